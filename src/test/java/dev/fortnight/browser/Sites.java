package dev.fortnight.browser;

import dev.fortnight.PublishedSite;
import dev.fortnight.cli.DemoSite;
import dev.fortnight.edition.SignedOff;
import dev.fortnight.edition.Source;
import dev.fortnight.programme.Programme;
import dev.fortnight.publish.FolderPublisher;
import java.net.URI;
import java.nio.file.Path;

/** The published sites that tests look at. */
final class Sites {

  private Sites() {}

  /** Two editions and the working site of the bundled programme. */
  static PublishedSite demonstration() {
    return new PublishedSite(
        DemoSite.get().folder().resolve("site"),
        URI.create("https://example.github.io/open-source-in-councils/"));
  }

  /** Two editions of a small programme, of which the first is an archive. */
  static PublishedSite withAnArchive(Path folder) {
    Path site = folder.resolve("with-an-archive");
    FolderPublisher publisher = new FolderPublisher(site, keeping(1));
    try (SignedOff signedOff = new SignedOff(folder.resolve("data"))) {
      publisher.publish(signedOff.edition(Source.small(), 1));
      Source changed = Source.small().with(Source.FINDING, Source.finding("Risk is about paper"));
      publisher.publish(signedOff.edition(changed, 2));
      publisher.publish(signedOff.workingSite(changed, 2));
    }
    return new PublishedSite(site, Source.programme().site().url());
  }

  /** A programme before its first edition. */
  static PublishedSite waiting(Path folder) {
    Path site = folder.resolve("waiting");
    try (SignedOff signedOff = new SignedOff(folder.resolve("no-editions"))) {
      new FolderPublisher(site, keeping(1)).publish(signedOff.workingSite(Source.small(), 1));
    }
    return new PublishedSite(site, Source.programme().site().url());
  }

  private static Programme.Publication keeping(int editions) {
    Programme.Publication settings = Source.programme().publication();
    return new Programme.Publication(
        settings.git(),
        settings.branch(),
        settings.every(),
        editions,
        settings.working(),
        settings.adopt());
  }
}
