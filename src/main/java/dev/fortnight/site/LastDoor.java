package dev.fortnight.site;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.privacy.Find;
import dev.fortnight.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Searches each page once more as it will be read, and lets none through that points to a person.
 * The checks have found all there is before; what gets this far is a mistake of theirs, of the
 * theme or of what stands beside each other on a page.
 */
final class LastDoor implements SiteSink {

  private final CheckedResearch research;
  private final SiteSink sink;

  LastDoor(CheckedResearch research, SiteSink sink) {
    this.research = research;
    this.sink = sink;
  }

  /**
   * @param bytes text in UTF-8
   * @throws ProblemException if the page may not be written
   */
  @Override
  public void file(String path, byte[] bytes) {
    List<Find> leaks = research.leaks(new String(bytes, StandardCharsets.UTF_8));
    if (!leaks.isEmpty()) {
      throw new ProblemException(
          "the page "
              + path
              + " would show "
              + leaks.get(0).kind().noun()
              + ", so nothing is published",
          "Hold what the page is made of, and report this: a check should have found it earlier.");
    }
    sink.file(path, bytes);
  }
}
