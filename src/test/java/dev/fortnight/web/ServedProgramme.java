package dev.fortnight.web;

import dev.fortnight.cycle.SmallProgramme;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** An illustrative programme that the tests of this package are served. */
public final class ServedProgramme implements QuarkusTestResourceLifecycleManager {

  /** The one of GitHub's documentation. */
  static final String SECRET = "It's a Secret to Everybody";

  static final String HOSTILE = "<script>alert(1)</script>{config:property('x')} & co";

  private Path folder;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("served");
      SmallProgramme programme = SmallProgramme.in(folder.resolve("programme"));
      programme.waitBeforePublishing();
      programme.write("findings/hostile.md", SmallProgramme.finding(HOSTILE));
      programme.write("interviews/2026-11-11-nobody.md", "---\ntitle: No consent\n---\nText.\n");
      return Map.of(
          "fortnight.programme",
          programme.folder().toString(),
          "fortnight.data",
          folder.resolve("data").toString(),
          "fortnight.now",
          "2026-11-13T14:30:00Z",
          "fortnight.webhook-secret",
          SECRET,
          "quarkus.http.test-port",
          "0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
