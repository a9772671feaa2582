package dev.fortnight.web;

import dev.fortnight.cycle.SmallProgramme;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.util.FileUtils;

/** An illustrative programme in which twenty items wait for the product owner. */
public final class ServedReview implements QuarkusTestResourceLifecycleManager {

  /** With the finding they are twenty. */
  private static final int PAGES = 19;

  private Path folder;

  /** A server of its own for it. */
  public static final class Profile implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(ServedReview.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("review");
      SmallProgramme programme = SmallProgramme.in(folder.resolve("programme"));
      programme.waitBeforePublishing();
      change(programme, "first");
      return Map.of(
          "fortnight.programme",
          programme.folder().toString(),
          "fortnight.data",
          folder.resolve("data").toString(),
          "fortnight.now",
          "2026-11-13T14:30:00Z",
          "quarkus.http.test-port",
          "0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes twenty notes, so that each waits for a decision. */
  static void change(SmallProgramme programme, String word) throws IOException {
    programme.write(SmallProgramme.FINDING, SmallProgramme.finding("The phone, " + word));
    for (int i = 1; i <= PAGES; i++) {
      programme.write(
          "pages/page-" + i + ".md", "---\ntitle: Page " + i + "\n---\nA " + word + ".\n");
    }
  }

  @Override
  public void stop() {
    try {
      FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
