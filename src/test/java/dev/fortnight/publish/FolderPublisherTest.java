package dev.fortnight.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.edition.SignedOff;
import dev.fortnight.edition.Source;
import dev.fortnight.publish.Publisher.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPublisherTest {

  @TempDir Path folder;

  private SignedOff signedOff;
  private Path site;

  @BeforeEach
  void open() {
    signedOff = new SignedOff(folder.resolve("data"));
    site = folder.resolve("public/site");
  }

  @AfterEach
  void close() {
    signedOff.close();
  }

  @Test
  void editionAndWorkingSiteStandBesideFilesOfOthers() throws IOException {
    Files.createDirectories(site);
    Files.writeString(site.resolve("CNAME"), "research.example.org\n");
    FolderPublisher publisher = new FolderPublisher(site, Settings.DEFAULT);

    publisher.publish(signedOff.workingSite(Source.small(), 1));
    publisher.publish(signedOff.edition(Source.small(), 1));

    assertThat(site.resolve("CNAME")).hasContent("research.example.org\n");
    assertThat(site.resolve("index.html")).exists();
    assertThat(site.resolve("working/index.html")).exists();
    assertThat(site.resolve("editions/1/edition/manifest.json")).exists();
  }

  @Test
  void publishingTheSameAgainChangesNothing() {
    FolderPublisher publisher = new FolderPublisher(site, Settings.DEFAULT);
    var edition = signedOff.edition(Source.small(), 1);

    assertThat(publisher.publish(edition)).isInstanceOf(Outcome.Published.class);
    assertThat(publisher.publish(edition)).isInstanceOf(Outcome.Unchanged.class);
  }

  @Test
  void switchThatWasInterruptedIsSettledByTheNextPublication() throws IOException {
    FolderPublisher publisher = new FolderPublisher(site, Settings.DEFAULT);
    publisher.publish(signedOff.workingSite(Source.small(), 1));
    Files.move(site, site.resolveSibling(".site.previous"));
    Files.createDirectories(site.resolveSibling(".site.next/half"));

    publisher.publish(signedOff.edition(Source.small(), 1));

    assertThat(site.resolve("working/index.html")).exists();
    assertThat(site.resolve("editions/1/index.html")).exists();
    assertThat(site.resolve("half")).doesNotExist();
    assertThat(site.resolveSibling(".site.previous")).doesNotExist();
  }
}
