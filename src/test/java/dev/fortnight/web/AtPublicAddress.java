package dev.fortnight.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A server that people reach by https, with a proxy in front. */
public final class AtPublicAddress implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "fortnight.address", "https://research.example/", "fortnight.sign-in.attempts", "3");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(ServedProgramme.class));
  }
}
