package dev.fortnight.publish;

import dev.fortnight.problem.ProblemException;
import java.net.URI;
import java.time.Duration;

/**
 * Asks the public address of a site what is published there. A push is not a publication: the
 * address answers with it only once the host has built the site.
 */
public final class LiveSite {

  private static final int LONGEST = 1 << 20;

  private final URI root;
  private final Duration patience;

  /** What the address answers. */
  public sealed interface Answer {

    /** The bytes of {@code versions.json}. */
    record Versions(byte[] bytes) implements Answer {

      /** Whether it says that an edition with this hash of its tree is there. */
      public boolean has(int edition, String tree) {
        return VersionsFile.read(bytes)
            .map(file -> file.editions().get(edition))
            .flatMap(VersionsFile.Listed::tree)
            .filter(tree::equals)
            .isPresent();
      }

      /** Whether it says that a working site with this hash of its tree is there. */
      public boolean hasWorkingSite(String tree) {
        return VersionsFile.read(bytes)
            .flatMap(VersionsFile::working)
            .flatMap(VersionsFile.Listed::tree)
            .filter(tree::equals)
            .isPresent();
      }
    }

    /**
     * Nothing that tells.
     *
     * @param what without a full stop
     * @param remedy what to look at, as full sentences
     */
    record Nothing(String what, String remedy) implements Answer {}
  }

  /**
   * @param root the public address of the site's root
   * @param patience how long one answer may take
   */
  public LiveSite(URI root, Duration patience) {
    this.root = root;
    this.patience = patience;
  }

  /** Asks once. */
  public Answer ask() {
    try {
      SiteFile file =
          new WebSite(WebSite.checked(root), patience).file(ReadableSite.VERSIONS, LONGEST);
      if (file instanceof SiteFile.Content content) {
        return new Answer.Versions(content.bytes());
      }
      return new Answer.Nothing(
          file instanceof SiteFile.Missing
              ? "there is no versions.json at " + root
              : "versions.json at " + root + " is longer than anything Fortnight publishes",
          "Check that 'site.url' in programme.yml is where the repository is served.");
    } catch (ProblemException e) {
      return new Answer.Nothing(e.getMessage(), e.remedy());
    }
  }
}
