package dev.fortnight.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A server whose provider does not answer when it starts. */
public final class AtAbsentProvider implements QuarkusTestProfile {

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(ServedProgramme.class),
        new TestResourceEntry(StandInProvider.class, Map.of("kind", "openid", "away", "true")));
  }
}
