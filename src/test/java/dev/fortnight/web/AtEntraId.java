package dev.fortnight.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A server whose people sign in at Microsoft's Entra ID. */
public final class AtEntraId implements QuarkusTestProfile {

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(ServedProgramme.class),
        new TestResourceEntry(StandInProvider.class, Map.of("kind", "microsoft")));
  }
}
