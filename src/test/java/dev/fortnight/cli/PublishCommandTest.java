package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.publish.PagesHost;
import dev.fortnight.publish.PublishedBranch;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {

  private static final String NOW = "2026-11-13T14:30:00Z";

  @TempDir Path temp;

  private final PagesHost host = new PagesHost();
  private SmallProgramme programme;
  private Path repository;

  @BeforeEach
  void write() throws IOException {
    programme = SmallProgramme.in(temp.resolve("programme"));
    repository = temp.resolve("site.git");
    PublishedBranch.create(repository);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void publishesIntoAFolderOnce() {
    signOff();

    assertThat(publish())
        .isEqualTo(
            new CommandRun(
                0,
                """
                the working site: published
                edition 1: published
                """,
                ""));
    assertThat(temp.resolve("data/site/editions/1/index.html")).exists();
    assertThat(publish())
        .isEqualTo(
            new CommandRun(
                0,
                """
                the working site: unchanged
                edition 1: unchanged
                """,
                ""));
  }

  @Test
  void namesCommitsAndWaitsUntilTheAddressAnswers() throws Exception {
    publishToRepository();
    signOff();
    buildAtQuestion(3);

    CommandRun run = publish();

    List<String> commits = commits();
    assertThat(run.out().replaceAll("; [0-9]+ files changed", "; FILES"))
        .isEqualTo(
            """
            the working site: published as commit %s; FILES
            edition 1: published as commit %s; FILES
            Public at %s: edition 1 and the working site
            """
                .formatted(commits.get(1), commits.get(0), host.address()));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(publish().out()).isEqualTo("the working site: unchanged\nedition 1: unchanged\n");
  }

  @Test
  void whatDoesNotAnswerInTimeIsToldAndWaitedForAgain() throws Exception {
    publishToRepository();

    CommandRun run = publish("--wait", "PT0S");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            """
            Not public at %1$s yet: the working site
            there is no versions.json at %1$s. Look in the repository that the site is published to: \
            under Actions for a build that failed, and under Settings, Pages for the branch \
            (gh-pages), the folder (/) and the domain. Check that 'site.url' in programme.yml is \
            where the repository is served.
            'fortnight publish' waits again, and 'fortnight serve' goes on asking.
            """
                .formatted(host.address()));

    buildAtQuestion(1);
    assertThat(publish())
        .isEqualTo(
            new CommandRun(
                0,
                "the working site: unchanged\nPublic at " + host.address() + ": the working site\n",
                ""));
  }

  @Test
  void doesNotWaitWhenToldSo() throws Exception {
    publishToRepository();

    assertThat(publish("--no-wait").out())
        .endsWith("Not waited for: the working site at " + host.address() + "\n");
    assertThat(host.requests()).isEmpty();
  }

  @Test
  void damagedEditionIsRestoredAndARewrittenOneRefused() throws Exception {
    signOff();
    publish();
    Path page = temp.resolve("data/site/editions/1/index.html");
    String before = Files.readString(page);
    Files.writeString(page, "damaged");

    assertThat(publish().out()).endsWith("edition 1: unchanged\n");
    assertThat(page).hasContent("damaged");
    assertThat(publish("--edition", "1").out()).isEqualTo("edition 1: published\n");
    assertThat(page).hasContent(before);

    asAnotherFortnightMadeIt();
    assertThat(runFortnight("--edition", "1"))
        .isEqualTo(
            new CommandRun(
                3,
                "",
                "fortnight: edition 1 was published with other bytes than this Fortnight makes of"
                    + " it, and an edition is never rewritten. If it is damaged, restore it from"
                    + " the history of the branch.\n"));
  }

  @Test
  void editionIsPublishedEvenIfTheRepositoryIsUnreachableOnce() throws Exception {
    signOff();
    programme.describe("publish: {git: \"" + temp.resolve("nowhere.git") + "\"}\n");
    assertThat(runFortnight())
        .isEqualTo(
            new CommandRun(
                3,
                "",
                "fortnight: the repository that the site is published to cannot be reached. Check"
                    + " publish.git in programme.yml, the network and FORTNIGHT_GITHUB_TOKEN.\n"));

    programme.describe("");
    assertThat(publish().out()).contains("edition 1: published\n");
  }

  @Test
  void worksWhileTheServerHasTheDatabaseOpen() {
    try (Database database = TestDatabase.H2.open(temp.resolve("data"))) {
      programme.signOff(database, clock());
      assertThat(publish().status()).isZero();
    }
  }

  @Test
  void saysThatNotesAreLeftOut() throws Exception {
    programme.write("interviews/2026-11-11-nobody.md", "---\ntitle: No consent\n---\nText.\n");

    assertThat(publish())
        .isEqualTo(
            new CommandRun(
                1,
                "the working site: published\n",
                "1 file left out because of problems; see 'fortnight check'\n"));
  }

  @Test
  void helpDescribesEveryOption() {
    assertThat(CommandRun.of(new PublishCommand(), "--help").out())
        .isEqualTo(
            """
            Usage: publish [-hV] [--no-wait] [--data=DIR] [--edition=N] [--programme=DIR]
                           [--wait=DURATION]
            Publishes the working site, editions that were signed off and are not published
            yet, and anew those in which somebody has taken something back. Any other
            edition stays as it was published.
            Where a repository takes the site, it then waits until the site's address
            answers with what was pushed.
            Ends with status 1 when another process is at the programme's work.
                  --data=DIR        Where the state is kept: database, caches, contents
                                      (default: FORTNIGHT_DATA, or data beside the
                                      programme's folder).
                  --edition=N       Publish this edition alone, also where its files were
                                      damaged.
              -h, --help            Show this help message and exit.
                  --no-wait         Do not wait for the address to answer.
                  --programme=DIR   The programme's folder, which holds research/ (default:
                                      here).
              -V, --version         Print version information and exit.
                  --wait=DURATION   How long to wait for the address to answer (default:
                                      PT5M).

            From the environment: FORTNIGHT_GITHUB_TOKEN for private repositories,
            FORTNIGHT_REGISTER for the register of participants.
            """);
  }

  private void asAnotherFortnightMadeIt() {
    String hash = "0".repeat(64);
    try (Database database = TestDatabase.H2.open(temp.resolve("data"))) {
      database
          .jdbi()
          .useHandle(
              handle -> {
                handle.execute("update publication set hash = ?", hash);
                handle.execute("update edition set tree = ?", hash);
              });
    }
  }

  private void signOff() {
    try (Database database = TestDatabase.H2.open(temp.resolve("data"))) {
      programme.signOff(database, clock());
    }
  }

  private static Clock clock() {
    return Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC);
  }

  private CommandRun publish(String... more) {
    return CommandRun.of(
        new PublishCommand(Map.of("FORTNIGHT_NOW", NOW), Duration.ofMillis(1)), arguments(more));
  }

  private CommandRun runFortnight(String... more) {
    List<String> all = new ArrayList<>(List.of(arguments(more)));
    all.add(0, "publish");
    return CommandRun.ofFortnight(all.toArray(String[]::new));
  }

  private String[] arguments(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(
        List.of(
            "--programme",
            programme.folder().toString(),
            "--data",
            temp.resolve("data").toString()));
    return all.toArray(String[]::new);
  }

  private void publishToRepository() throws IOException {
    programme.describe("publish: {git: \"" + repository + "\", branch: gh-pages}\n");
    Path file = programme.folder().resolve("research/programme.yml");
    Files.writeString(
        file,
        Files.readString(file).replace("https://example.org/shared/", host.address().toString()));
  }

  /** The host has built the site when it is asked so many times. */
  private void buildAtQuestion(int number) {
    AtomicInteger questions = new AtomicInteger();
    host.answer(
        "versions.json",
        exchange -> {
          if (questions.incrementAndGet() < number) {
            exchange.sendResponseHeaders(404, -1);
            return;
          }
          host.build(repository, "gh-pages", temp.resolve("built"));
          byte[] bytes = Files.readAllBytes(temp.resolve("built/versions.json"));
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  /** The newest first. */
  private List<String> commits() throws IOException {
    try (Repository bare = new FileRepositoryBuilder().setGitDir(repository.toFile()).build()) {
      String tip = bare.resolve("refs/heads/gh-pages").name();
      String before = bare.resolve("refs/heads/gh-pages~1").name();
      return List.of(tip.substring(0, 7), before.substring(0, 7));
    }
  }
}
