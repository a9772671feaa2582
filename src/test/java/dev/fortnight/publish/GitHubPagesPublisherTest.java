package dev.fortnight.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.edition.SignedOff;
import dev.fortnight.edition.Source;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.publish.Publisher.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubPagesPublisherTest {

  @TempDir Path folder;

  private SignedOff signedOff;
  private Path remote;

  @BeforeEach
  void open() {
    signedOff = new SignedOff(folder.resolve("data"));
    remote = folder.resolve("site.git");
    PublishedBranch.create(remote);
  }

  @AfterEach
  void close() {
    signedOff.close();
  }

  @Test
  void firstEditionStandsAtTheRootAndInItsFolder() throws Exception {
    publisher("a").publish(signedOff.edition(Source.small(), 1));

    Map<String, String> site = branch();
    assertThat(site.keySet())
        .contains(
            ".nojekyll",
            "versions.json",
            "index.html",
            "findings/risk/index.html",
            "editions/1/index.html",
            "editions/1/edition/manifest.json");
    assertThat(site.get("findings/risk/index.html"))
        .isEqualTo(site.get("editions/1/findings/risk/index.html"));
    assertThat(
            site.get("versions.json").replaceAll("[0-9a-f]{40,64}", "…").replaceAll("\\d{5,}", "…"))
        .isEqualTo(
            """
            {
              "latest" : 1,
              "working" : false,
              "editions" : [ {
                "number" : 1,
                "date" : "2026-11-13",
                "path" : "editions/1/",
                "title" : "Edition 1",
                "tree" : "…",
                "git" : "…",
                "bytes" : …
              } ]
            }
            """);
    assertThat(messages()).containsExactly("Publish edition 1");
  }

  @Test
  void nextEditionReplacesTheRootAndLeavesTheOneBeforeAlone() throws Exception {
    Source source = Source.small().with("pages/about.md", "---\ntitle: About\n---\nUs.\n");
    publisher("a").publish(signedOff.edition(source, 1));
    Map<String, String> before = branch();

    source.without("pages/about.md").with("pages/terms.md", "---\ntitle: Terms\n---\nThey.\n");
    publisher("a").publish(signedOff.edition(source, 2));

    Map<String, String> after = branch();
    assertThat(after).containsKey("pages/terms/index.html");
    assertThat(after).doesNotContainKey("pages/about/index.html");
    before.forEach(
        (path, content) -> {
          if (path.startsWith("editions/1/")) {
            assertThat(after).containsEntry(path, content);
          }
        });
    assertThat(messages()).containsExactly("Publish edition 2", "Publish edition 1");
  }

  @Test
  void publishingTheSameAgainMakesNoCommit() throws Exception {
    var edition = signedOff.edition(Source.small(), 1);

    assertThat(publisher("a").publish(edition)).isInstanceOf(Outcome.Published.class);
    assertThat(publisher("a").publish(edition)).isInstanceOf(Outcome.Unchanged.class);
    assertThat(publisher("without a cache").publish(edition)).isInstanceOf(Outcome.Unchanged.class);
    assertThat(messages()).hasSize(1);
  }

  @Test
  void outcomeNamesTheCommitAndSaysWhatVersionsJsonThenHolds() throws Exception {
    var edition = signedOff.edition(Source.small(), 1);

    Outcome first = publisher("a").publish(edition);
    Outcome second = publisher("a").publish(edition);

    assertThat(((Outcome.Published) first).commit()).isEqualTo(new Branch(remote).tip().name());
    assertThat(first.versions()).asString(UTF_8).isEqualTo(branch().get("versions.json"));
    assertThat(second.versions()).isEqualTo(first.versions());
  }

  @Test
  void pageAtTheRootSaysWhenTheFirstEditionIsDueAndGivesWayToIt() throws Exception {
    publisher("a").publish(signedOff.workingSite(Source.small(), 1));
    Map<String, String> waiting = branch();
    assertThat(waiting.get("index.html")).contains("The first edition is due on 13 November 2026.");
    assertThat(waiting).containsKey("working/findings/risk/index.html");

    publisher("a").publish(signedOff.edition(Source.small(), 1));

    assertThat(branch().get("index.html")).doesNotContain("is due on");
    assertThat(branch()).containsKey("working/findings/risk/index.html");
  }

  @Test
  void filesOfOthersAreKept() throws Exception {
    push("CNAME", "research.example.org\n");
    push("old/page.html", "<p>Somebody links here.</p>\n");

    publisher("a").publish(signedOff.workingSite(Source.small(), 1));
    publisher("a").publish(signedOff.edition(Source.small(), 1));

    assertThat(branch())
        .containsEntry("CNAME", "research.example.org\n")
        .containsEntry("old/page.html", "<p>Somebody links here.</p>\n");
  }

  @Test
  void firstPageOfSomebodyElseIsNotReplacedUnlessAdopted() throws Exception {
    push("index.html", "<p>Another site.</p>\n");
    var edition = signedOff.edition(Source.small(), 1);

    assertThatThrownBy(() -> publisher("a").publish(edition))
        .isInstanceOf(ProblemException.class)
        .hasMessage("the published site has a file of somebody else's at index.html");
    assertThat(branch()).containsOnlyKeys("index.html");

    publisher("a", Settings.ADOPTING).publish(edition);
    assertThat(branch().get("index.html")).contains("Illustrative research");
  }

  @Test
  void rivalPushIsBuiltUpon() throws Exception {
    publisher("a").publish(signedOff.workingSite(Source.small(), 1));
    push("CNAME", "research.example.org\n");

    publisher("a").publish(signedOff.edition(Source.small(), 1));

    assertThat(branch()).containsKeys("CNAME", "editions/1/index.html");
    assertThat(messages())
        .containsExactly("Publish edition 1", "Add CNAME", "Publish the working site");
  }

  @Test
  void twoPublishersAtOnceLoseNothing() throws Exception {
    var edition = signedOff.edition(Source.small(), 1);
    var working = signedOff.workingSite(Source.small(), 1);
    Thread rival = new Thread(() -> publisher("b").publish(working));

    rival.start();
    publisher("a").publish(edition);
    rival.join();

    assertThat(branch()).containsKeys("editions/1/index.html", "working/index.html");
    assertThat(messages()).hasSize(2);
  }

  @Test
  void hookThatSaysNoIsReportedAndNothingIsPublic() throws Exception {
    var edition = signedOff.edition(Source.small(), 1);
    publisher("a").publish(signedOff.workingSite(Source.small(), 1));
    new Branch(remote).hook("echo not on a Friday >&2\nexit 1\n");

    assertThatThrownBy(() -> publisher("a").publish(edition))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "the site was not published, because the repository refused it: it said: pre-receive"
                + " hook declined");
    assertThat(branch()).doesNotContainKey("editions/1/index.html");

    Files.delete(remote.resolve("hooks/pre-receive"));
    assertThat(publisher("a").publish(edition)).isInstanceOf(Outcome.Published.class);
  }

  @Test
  void missingRepositoryIsReportedWithARemedy() {
    remote = folder.resolve("nowhere.git");

    assertThatThrownBy(() -> publisher("a").publish(signedOff.edition(Source.small(), 1)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("the repository that the site is published to cannot be reached");
  }

  private GitHubPagesPublisher publisher(String cache) {
    return publisher(cache, Settings.DEFAULT);
  }

  private GitHubPagesPublisher publisher(String cache, Programme.Publication settings) {
    return new GitHubPagesPublisher(
        remote.toString(),
        settings,
        folder.resolve("cache-" + cache),
        GitLogin.NONE,
        Clock.fixed(Source.REVIEW, ZoneOffset.UTC));
  }

  private void push(String path, String content) {
    new Branch(remote).push(path, content);
  }

  private Map<String, String> branch() throws IOException {
    return new Branch(remote).files();
  }

  private List<String> messages() throws IOException {
    return new Branch(remote).messages();
  }
}
