package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.Checker;
import dev.fortnight.note.GitNoteSource;
import dev.fortnight.note.NotesRepository;
import dev.fortnight.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path temp;

  @Test
  void notesOfARepositoryAreConfiguredThere() throws Exception {
    SmallProgramme programme = SmallProgramme.in(temp.resolve("programme"));
    configure(programme.folder(), "/here/:title/");
    try (NotesRepository notes = new NotesRepository(temp.resolve("notes"))) {
      notes.commit("research/weeknotes/2026-11-13-week-2.md", "Our second week.\n");
      notes.commit("site/_config.yml", "permalink: /there/:title/\n");

      Path collected =
          new GitNoteSource(
                  notes.folder().toString(),
                  "main",
                  temp.resolve("cache"),
                  Optional.empty(),
                  Clock.systemUTC())
              .collect()
              .folder();

      Collected all = new Collector(programme.folder()).notesFrom(collected).collect();
      assertThat(Checker.check(all.snapshot(NOW)).research().notes())
          .extracting(CheckedNote::address)
          .containsExactly("there/week-2/");
      assertThat(all.problems().stream().map(String::valueOf))
          .containsExactly(
              "site/_config.yml: the notes come from a repository, so what this file says of them"
                  + " has no effect. Write it into site/_config.yml of that repository.");
    }
  }

  @Test
  void notesOfTheProgrammesFolderAreConfiguredHere() throws Exception {
    SmallProgramme programme = SmallProgramme.in(temp.resolve("programme"));
    configure(programme.folder(), "/here/:title/");

    Collected all = new Collector(programme.folder()).notesFrom(programme.folder()).collect();

    assertThat(Checker.check(all.snapshot(NOW)).research().notes())
        .extracting(CheckedNote::address)
        .containsExactly("findings/phones-matter/", "here/clerk/");
    assertThat(all.problems()).isEmpty();
  }

  @Test
  void anExportThatIsNoneLeavesABuildWithoutTopics() throws Exception {
    SmallProgramme programme = SmallProgramme.in(temp.resolve("programme"));
    programme.describe("backlog: {file: backlog.json}\n");
    programme.write("backlog.json", "[".repeat(100_000));

    Collected all = new Collector(programme.folder()).evenWithoutTopics().collect();

    assertThat(all.topics()).isEmpty();
    assertThat(all.notes()).hasSize(2);
    assertThat(all.problems().stream().map(String::valueOf))
        .singleElement()
        .asString()
        .startsWith(
            "research/backlog.json: no topic can be read, so none is shown:"
                + " research/backlog.json:1: this is not JSON. Export the backlog again");
  }

  @Test
  void anExportThatIsNoneStopsWhatDecidesOnEditions() throws Exception {
    SmallProgramme programme = SmallProgramme.in(temp.resolve("programme"));
    programme.describe("backlog: {file: backlog.json}\n");
    programme.write("backlog.json", "{}");

    assertThatThrownBy(() -> new Collector(programme.folder()).collect())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("this is not an export of issues");
  }

  private static void configure(Path folder, String permalink) throws Exception {
    Files.createDirectories(folder.resolve("site"));
    Files.writeString(folder.resolve("site/_config.yml"), "permalink: " + permalink + "\n");
  }
}
