package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.publish.PagesHost;
import dev.fortnight.publish.PublishedBranch;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  private static final String NOW = "2026-11-13T14:30:00Z";

  @TempDir Path temp;

  private SmallProgramme programme;

  @BeforeEach
  void publish() throws IOException {
    programme = SmallProgramme.in(temp.resolve("programme"));
    try (Database database = TestDatabase.H2.open(temp.resolve("data"))) {
      programme.signOff(database, Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC));
    }
    publishAgain();
  }

  private void publishAgain() {
    List<String> all = programmeAndData();
    CommandRun run =
        CommandRun.of(
            new PublishCommand(Map.of("FORTNIGHT_NOW", NOW), Duration.ofMillis(1)),
            all.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void saysThatEverythingIsAsItWasPublished() {
    assertThat(verify())
        .isEqualTo(
            new CommandRun(
                0,
                """
                the working site: %d files
                edition 1: %d files
                audit: 5 entries
                Everything is as it was published.
                """
                    .formatted(files("working"), files("editions/1")),
                ""));
  }

  @Test
  void namesWhatDiffers() throws Exception {
    Files.writeString(site("editions/1/findings/phones-matter/index.html"), "changed");
    Files.delete(site("index.html"));

    assertThat(verify())
        .isEqualTo(
            new CommandRun(
                1,
                """
                editions/1/findings/phones-matter/index.html: changed since edition 1 was signed off
                index.html: missing

                the working site: %d files
                edition 1: %d files
                audit: 5 entries
                2 things differ.
                """
                    .formatted(files("working"), files("editions/1")),
                ""));
  }

  @Test
  void printsJson() throws Exception {
    Files.writeString(site("working/index.html"), "changed");

    assertThat(verify("--format", "json").out().replaceAll("[0-9a-f]{64}", "HASH"))
        .isEqualTo(
            """
            {
              "trees" : [
                {
                  "tree" : "the working site",
                  "folder" : "working/",
                  "files" : %d,
                  "hash" : "HASH",
                  "archived" : false
                },
                {
                  "tree" : "edition 1",
                  "folder" : "editions/1/",
                  "files" : %d,
                  "hash" : "HASH",
                  "archived" : false
                }
              ],
              "audit" : {
                "entries" : 5,
                "holds" : true
              },
              "differences" : [
                {
                  "path" : "working/index.html",
                  "what" : "changed since the working site was published"
                }
              ],
              "verified" : false
            }
            """
                .formatted(files("working"), files("editions/1")));
  }

  @Test
  void decisionThatWasChangedAfterwardsIsFound() {
    try (Database database = TestDatabase.H2.open(temp.resolve("data"))) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute("update audit_entry set made_by = 'Mallory' where sequence = 2"));
    }

    CommandRun run = verify();

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).matches("(?s)audit: entry 2 of the audit, on .*, was changed, .*");
  }

  @Test
  void editionThatNobodySignedIsFound() throws Exception {
    Path other = temp.resolve("other");
    SmallProgramme stranger = SmallProgramme.in(other.resolve("programme"));
    stranger.write("findings/forged.md", SmallProgramme.finding("Forged"));
    try (Database database = Database.open(other.resolve("data"))) {
      stranger.signOff(database, Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC));
    }
    CommandRun.of(
        new PublishCommand(Map.of("FORTNIGHT_NOW", NOW), Duration.ofMillis(1)),
        "--programme",
        stranger.folder().toString());

    CommandRun run = verify(other.resolve("data/site").toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("editions/1/edition/manifest.json: its sign-off is not in the audit\n");
  }

  @Test
  void editionThatIsGoneWithoutATraceIsFound() throws Exception {
    Path versions = site("versions.json");
    Path edition = site("editions/1");
    try (Stream<Path> files = Files.walk(edition)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    String json = Files.readString(versions);
    Files.writeString(versions, json.replaceFirst("(?s)\"editions\".*?\\]", "\"editions\": []"));

    CommandRun run = verify();

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).startsWith("editions/1/: it was published, and is missing\n");
  }

  @Test
  void siteIsCheckedWithoutAProgramme() {
    CommandRun run =
        CommandRun.of(
            new VerifyCommand(),
            temp.resolve("data/site").toString(),
            "--programme",
            temp.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out()).doesNotContain("audit");
  }

  @Test
  void repositoryAndAddressAreReadWhereTheProgrammePublishesToThem() throws Exception {
    Path repository = temp.resolve("site.git");
    PublishedBranch.create(repository);
    programme.describe("publish: {git: \"" + repository + "\", branch: pages}\n");
    CommandRun.of(
        new PublishCommand(Map.of("FORTNIGHT_NOW", NOW), Duration.ofMillis(1)),
        arguments("--no-wait"));

    assertThat(verify().status()).isZero();
    assertThat(verify(repository.toString()).out()).isEqualTo(verify().out());

    try (PagesHost host = new PagesHost()) {
      host.build(repository, "pages", temp.resolve("built"));
      assertThat(verify(host.address().toString()).out()).isEqualTo(verify().out());
    }
  }

  @Test
  void whatIsNoSiteIsTold() {
    assertThat(runFortnight(temp.resolve("nowhere").toString()))
        .isEqualTo(
            new CommandRun(
                3,
                "",
                "fortnight: there is no folder "
                    + temp.resolve("nowhere")
                    + ". Name the folder, the git repository or the address of a published site.\n"));
    assertThat(runFortnight(programme.folder().toString()))
        .isEqualTo(
            new CommandRun(
                3,
                "",
                "fortnight: there is no versions.json that can be read, so this is no site that"
                    + " Fortnight published. Name the folder, the git repository or the address of"
                    + " the site's root.\n"));
    assertThat(runFortnight("https://user:secret@example.org/").err())
        .isEqualTo(
            "fortnight: the site's address is not one that a reader could open. Write it as"
                + " https://owner.github.io/name/, without user or token.\n");
  }

  @Test
  void pathOfAStrangerCannotDriveTheTerminal() throws Exception {
    Files.writeString(site("editions/1/a\u001b[2Jb.html"), "added");

    assertThat(verify().out())
        .startsWith("editions/1/a·[2Jb.html: its manifest does not name it\n");
    assertThat(verify("--format", "json").out()).doesNotContain("\u001b");
  }

  @Test
  void helpDescribesEveryOption() {
    assertThat(CommandRun.of(new VerifyCommand(), "--help").out())
        .isEqualTo(
            """
            Usage: verify [-hV] [--branch=NAME] [--data=DIR] [--format=FORMAT]
                          [--programme=DIR] [SITE]
            Checks that a published site is as it was published: every file of every
            edition and of the working site against the hash in its manifest, the copy at
            the root, and the list of versions.
            With a programme and its data at hand, also that no decision was changed
            afterwards and that each edition is the one that was signed off.
                  [SITE]            A folder, a git repository on this machine, or an http
                                      or https address (default: what the programme
                                      publishes to; where that is a repository elsewhere,
                                      the site's address).
                  --branch=NAME     The branch of a repository that has the site (default:
                                      the programme's, or gh-pages).
                  --data=DIR        Where the state is kept: database, caches, contents
                                      (default: FORTNIGHT_DATA, or data beside the
                                      programme's folder).
                  --format=FORMAT   How to print it: text, json. Default: text.
              -h, --help            Show this help message and exit.
                  --programme=DIR   The programme's folder, which holds research/ (default:
                                      here).
              -V, --version         Print version information and exit.

            Exit status:
              0   everything is as it was published
              1   something differs
              2   wrong usage
              3   the site cannot be read
            """);
  }

  private Path site(String path) {
    return temp.resolve("data/site").resolve(path);
  }

  /** How many files a tree has besides its manifest. */
  private long files(String tree) {
    try (var files = Files.walk(site(tree))) {
      return files.filter(Files::isRegularFile).count() - 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CommandRun verify(String... more) {
    return CommandRun.of(new VerifyCommand(), arguments(more));
  }

  private CommandRun runFortnight(String... more) {
    List<String> all = new ArrayList<>(List.of(arguments(more)));
    all.add(0, "verify");
    return CommandRun.ofFortnight(all.toArray(String[]::new));
  }

  private String[] arguments(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(programmeAndData());
    return all.toArray(String[]::new);
  }

  private List<String> programmeAndData() {
    return List.of(
        "--programme", programme.folder().toString(), "--data", temp.resolve("data").toString());
  }
}
