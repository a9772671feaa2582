package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FileUtils;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitNoteSourceTest {

  private static final Instant NOW = Instant.parse("2026-11-13T14:00:00Z");

  @TempDir Path temp;
  private Path cache;
  private NotesRepository notes;

  @BeforeEach
  void open() throws Exception {
    cache = temp.resolve("data/notes");
    notes = new NotesRepository(temp.resolve("origin"));
  }

  @AfterEach
  void close() {
    notes.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file://"})
  void collectsARepositoryOfThisMachine(String scheme) throws Exception {
    String commit = notes.commit("research/interviews/a.md", "One\n");

    NoteSource.Collected collected = source(scheme + notes.folder(), NOW).collect();

    assertThat(collected).isEqualTo(collected(commit));
    assertThat(files()).isEqualTo(Map.of("research/interviews/a.md", "One\n"));
  }

  @Test
  void followsTheBranch() throws Exception {
    notes.commit("research/a.md", "One\n");
    notes.commit("research/b.md", "Two\n");
    source(NOW).collect();
    notes.delete("research/a.md");
    String commit = notes.commit("research/b.md", "Two, changed\n");

    NoteSource.Collected collected = source(NOW).collect();

    assertThat(collected).isEqualTo(collected(commit));
    assertThat(files()).isEqualTo(Map.of("research/b.md", "Two, changed\n"));
  }

  @Test
  void removesWhatTheRepositoryDoesNotHoldAndRestoresWhatItDoes() throws Exception {
    notes.commit(".gitignore", "*.tmp\n");
    notes.commit("research/a.md", "One\n");
    source(NOW).collect();
    Files.writeString(cache.resolve("research/stray.md"), "Stray\n");
    Files.writeString(cache.resolve("research/stray.tmp"), "Stray\n");
    Files.delete(cache.resolve("research/a.md"));

    source(NOW).collect();

    assertThat(files()).isEqualTo(Map.of(".gitignore", "*.tmp\n", "research/a.md", "One\n"));
  }

  @Test
  void saysThatHistoryWasRewritten() throws Exception {
    String first = notes.commit("research/a.md", "One\n");
    String before = notes.commit("research/a.md", "Two\n");
    source(NOW).collect();
    notes.rewindTo(first);
    String after = notes.commit("research/a.md", "Three\n");

    NoteSource.Collected collected = source(NOW).collect();

    assertThat(collected.revision()).contains(after);
    assertThat(files()).isEqualTo(Map.of("research/a.md", "Three\n"));
    assertThat(collected.problems().stream().map(Problem::toString))
        .containsExactly(
            "research/programme.yml: history was rewritten: branch main of the notes went from "
                + (before.substring(0, 7) + " to " + after.substring(0, 7))
                + ", which does not build on it. Ask whoever pushed with force whether that was"
                + " meant; what changed must be reviewed again.");
    assertThat(collected.problems()).noneMatch(Problem::isError);
    assertThat(source(NOW).collect().problems()).isEmpty();
  }

  @Test
  void keepsTheLastStateAndSaysHowOldItIsWhenTheRepositoryIsGone() throws Exception {
    String commit = notes.commit("research/a.md", "One\n");
    source(NOW).collect();
    Files.delete(cache.resolve("research/a.md"));
    Files.move(notes.folder(), temp.resolve("elsewhere"));

    NoteSource.Collected collected = source(NOW.plusSeconds(3 * 3600 + 59)).collect();

    assertThat(collected.revision()).contains(commit);
    assertThat(files()).isEqualTo(Map.of("research/a.md", "One\n"));
    assertThat(collected.problems().stream().map(Problem::toString))
        .containsExactly(
            "research/programme.yml: the notes' repository "
                + (notes.folder() + " cannot be reached; the notes stay as they were 3 hours ago,")
                + (" at " + commit.substring(0, 7) + ". Check the network and 'notes.git' in")
                + " research/programme.yml.");
    assertThat(collected.problems()).noneMatch(Problem::isError);
  }

  @Test
  void failsWhenThereIsNothingYetAndTheRepositoryCannotBeReached() {
    Path absent = temp.resolve("absent");

    assertThat(advice(source(absent.toString(), NOW)))
        .isEqualTo(
            "the notes' repository "
                + absent
                + " cannot be reached. Check the network and 'notes.git' in"
                + " research/programme.yml.");
  }

  @Test
  void failsWhenThereIsNoSuchBranch() throws Exception {
    notes.commit("research/a.md", "One\n");
    NoteSource source =
        new GitNoteSource(notes.folder().toString(), "mian", cache, Optional.empty(), clock(NOW));

    assertThat(advice(source))
        .isEqualTo(
            "the notes' repository "
                + notes.folder()
                + " has no branch 'mian'. Push that branch, or correct 'notes.branch' in"
                + " research/programme.yml.");
  }

  @ParameterizedTest
  @ValueSource(strings = {".git/HEAD", ".git/config", ".git/objects", ".git/index"})
  void clonesAnewWhenTheCacheIsDamaged(String damaged) throws Exception {
    notes.commit("research/a.md", "One\n");
    source(NOW).collect();
    if (Files.isDirectory(cache.resolve(damaged))) {
      FileUtils.delete(cache.resolve(damaged).toFile(), FileUtils.RECURSIVE);
    } else {
      Files.write(cache.resolve(damaged), new byte[] {0, 1, 2, '[', 3});
    }
    String commit = notes.commit("research/b.md", "Two\n");

    NoteSource.Collected collected = source(NOW).collect();

    assertThat(collected).isEqualTo(collected(commit));
    assertThat(files()).isEqualTo(Map.of("research/a.md", "One\n", "research/b.md", "Two\n"));
    assertThat(temp.resolve("data")).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aLockThatAKilledProcessLeftDoesNotStopIt() throws Exception {
    notes.commit("research/a.md", "One\n");
    source(NOW).collect();
    Files.createFile(cache.resolve(".git/index.lock"));
    String commit = notes.commit("research/a.md", "Two\n");

    assertThat(source(NOW).collect()).isEqualTo(collected(commit));
    assertThat(files()).isEqualTo(Map.of("research/a.md", "Two\n"));
  }

  @Test
  void startsAnewWhenTheAddressChanges() throws Exception {
    notes.commit("research/a.md", "One\n");
    source(NOW).collect();
    try (NotesRepository other = new NotesRepository(temp.resolve("other"))) {
      String commit = other.commit("research/c.md", "Three\n");

      assertThat(source(other.folder().toString(), NOW).collect()).isEqualTo(collected(commit));
      assertThat(files()).isEqualTo(Map.of("research/c.md", "Three\n"));
    }
  }

  @Test
  void aSymbolicLinkIsAFileThatHoldsItsTarget() throws Exception {
    notes.commit("research/a.md", "One\n");
    notes.commitLink("research/passwords.md", "/etc/passwd");

    source(NOW).collect();

    assertThat(Files.isSymbolicLink(cache.resolve("research/passwords.md"))).isFalse();
    assertThat(files())
        .isEqualTo(Map.of("research/a.md", "One\n", "research/passwords.md", "/etc/passwd"));
  }

  @Test
  void keepsLineEndsAsTheyWereCommitted() throws Exception {
    notes.commit("research/a.md", "One\r\nTwo\n");

    source(NOW).collect();

    assertThat(files()).isEqualTo(Map.of("research/a.md", "One\r\nTwo\n"));
  }

  @Test
  void theUsersGitConfigurationChangesNothing() throws Exception {
    String commit = notes.commit("research/a.md", "One\nTwo\n");
    Path settings = temp.resolve("gitconfig");
    Files.writeString(
        settings,
        """
        [core]
          autocrlf = true
          eol = crlf
        [url "/nowhere"]
          insteadOf = %s
        """
            .formatted(notes.folder()));
    SystemReader machine = SystemReader.getInstance();
    SystemReader.setInstance(
        new SystemReader.Delegate(machine) {
          @Override
          public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return new FileBasedConfig(parent, settings.toFile(), fs);
          }
        });
    try {
      assertThat(source(NOW).collect()).isEqualTo(collected(commit));
      assertThat(files()).isEqualTo(Map.of("research/a.md", "One\nTwo\n"));
    } finally {
      SystemReader.setInstance(machine);
    }
  }

  @Test
  void collectsOverHttpWithATokenThatIsWrittenNowhere() throws Exception {
    String commit = notes.commit("research/a.md", "One\n");
    try (GitHostStub host = new GitHostStub(notes.folder(), "x-access-token", "ghp_example")) {
      NoteSource source = withToken(host.address(), "ghp_example");

      assertThat(source.collect()).isEqualTo(collected(commit));
      assertThat(everyByteIn(temp.resolve("data"))).doesNotContain("ghp_example");
    }
  }

  @Test
  void saysThatAccessIsRefusedWithoutRepeatingTheToken() throws Exception {
    notes.commit("research/a.md", "One\n");
    try (GitHostStub host = new GitHostStub(notes.folder(), "x-access-token", "ghp_example")) {
      assertThat(advice(withToken(host.address(), "ghp_wrong")))
          .isEqualTo(
              "the notes' repository "
                  + host.address()
                  + " refuses access. Check that the token in FORTNIGHT_GITHUB_TOKEN has not"
                  + " expired and may read it.");
      assertThat(advice(source(host.address(), NOW)))
          .isEqualTo(
              "the notes' repository "
                  + host.address()
                  + " refuses access. Set FORTNIGHT_GITHUB_TOKEN to a token that may read it.");
    }
  }

  @Test
  void doesNotGiveTheTokenToAHostThatItIsRedirectedTo() throws Exception {
    notes.commit("research/a.md", "One\n");
    try (GitHostStub other = new GitHostStub(notes.folder(), "x-access-token", "ghp_example");
        GitHostStub host = GitHostStub.redirectingTo(other.address())) {
      assertThat(advice(withToken(host.address(), "ghp_example"))).contains("refuses access");
      assertThat(other.passwords()).isEmpty();
    }
  }

  @Test
  void aHostOfWebPagesIsNoRepository() throws Exception {
    try (GitHostStub host = GitHostStub.ofPages()) {
      assertThat(advice(source(host.address(), NOW)))
          .isEqualTo(
              "the notes' repository "
                  + host.address()
                  + " cannot be reached. Check the network and 'notes.git' in"
                  + " research/programme.yml.");
    }
  }

  @Test
  void refusesAnAddressThatHoldsAPassword() {
    assertThatThrownBy(() -> source("https://user:secret@example.org/notes.git", NOW))
        .isInstanceOf(ProblemException.class)
        .hasMessage("the address of the notes holds a password");
  }

  private NoteSource source(Instant now) {
    return source(notes.folder().toString(), now);
  }

  private NoteSource source(String address, Instant now) {
    return new GitNoteSource(address, "main", cache, Optional.empty(), clock(now));
  }

  private NoteSource withToken(String address, String token) {
    return new GitNoteSource(address, "main", cache, Optional.of(new Secret(token)), clock(NOW));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private NoteSource.Collected collected(String commit) {
    return new NoteSource.Collected(cache, Optional.of(commit), List.of());
  }

  /** The advice, after a look that neither it nor the stack trace holds a token. */
  private static String advice(NoteSource source) {
    ProblemException failure = catchThrowableOfType(ProblemException.class, source::collect);
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(failure.advice() + trace).doesNotContain("ghp_");
    return failure.advice();
  }

  /** What the cache shows, without git's own files. */
  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(cache)) {
      for (Path path : walk.filter(file -> !Files.isDirectory(file)).toList()) {
        String name = cache.relativize(path).toString();
        if (!name.startsWith(".git/")) {
          files.put(name, Files.readString(path));
        }
      }
    }
    return files;
  }

  private static String everyByteIn(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        all.append(file).append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
