package dev.fortnight.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.edition.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What travels with a publication: what changed, and nothing else. */
class SentObjectsTest {

  private static final int PAGES = 300;

  @TempDir Path folder;

  private Branch branch;
  private Path sent;

  @BeforeEach
  void countWhatIsReceived() throws IOException {
    branch = Branch.create(folder.resolve("site.git"));
    sent = folder.resolve("sent");
    branch.hook(
        """
        for object in $(cd "$GIT_QUARANTINE_PATH" && find . -type f -path './??/*' | tr -d ./); do
          git cat-file -t "$object"
        done | sort > '%s'
        """
            .formatted(sent));
  }

  @Test
  void changedPageIsSentWithItsFoldersTheVersionsAndACommit() throws IOException {
    GeneratedSite site = new GeneratedSite(PAGES);
    publisher("cache").publish(site.edition(1));
    publisher("cache").publish(site.working());

    publisher("cache").publish(site.changed(7, 1).working());

    assertThat(sent())
        .containsExactly(
            "blob", // the page
            "blob", // versions.json
            "commit", "tree", // interviews/note-7
            "tree", // interviews
            "tree", // working
            "tree"); // the root
  }

  @Test
  void freshCopySendsNoMore() throws IOException {
    GeneratedSite site = new GeneratedSite(PAGES);
    publisher("cache").publish(site.working());

    publisher("another").publish(site.changed(7, 1).working());

    assertThat(sent()).hasSize(7);
  }

  @Test
  void nextEditionSendsEachChangedPageOnceThoughItStandsTwice() throws IOException {
    GeneratedSite site = new GeneratedSite(PAGES);
    publisher("cache").publish(site.edition(1));

    publisher("cache").publish(site.changed(7, 1).edition(2));

    assertThat(sent())
        .containsExactly(
            "blob", // the page
            "blob", // the manifest
            "blob", // versions.json
            "commit", "tree", // interviews/note-7
            "tree", // interviews
            "tree", // edition
            "tree", // editions/2
            "tree", // editions
            "tree"); // the root
  }

  @Test
  void changedPageCostsFewBytesOnTheWay() throws IOException {
    GeneratedSite site = new GeneratedSite(PAGES);
    try (CountingGitHost host = CountingGitHost.of(folder)) {
      GitHubPagesPublisher publisher = publisher(host.address("site.git"), "cache");
      publisher.publish(site.working());
      long whole = host.received();

      publisher.publish(site.changed(7, 1).working());

      assertThat(whole).isGreaterThan(200_000);
      assertThat(host.received()).isLessThan(12_000);
    }
  }

  private List<String> sent() throws IOException {
    return Files.readAllLines(sent);
  }

  private GitHubPagesPublisher publisher(String cache) {
    return publisher(folder.resolve("site.git").toString(), cache);
  }

  private GitHubPagesPublisher publisher(String address, String cache) {
    return new GitHubPagesPublisher(
        address,
        Settings.DEFAULT,
        folder.resolve(cache),
        GitLogin.NONE,
        Clock.fixed(Source.REVIEW, ZoneOffset.UTC));
  }
}
