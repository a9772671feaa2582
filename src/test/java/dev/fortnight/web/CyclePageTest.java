package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.CycleStatus;
import dev.fortnight.cycle.Places;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.SetClock;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.privacy.Register;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CyclePageTest {

  @TempDir Path temp;

  private final SetClock clock = new SetClock("2026-11-13T14:30:00Z");
  private SmallProgramme programme;
  private Database database;

  @BeforeEach
  void open() throws Exception {
    programme = SmallProgramme.in(temp.resolve("programme"));
    programme.describe("publish: {git: \"" + temp.resolve("nowhere.git") + "\"}\n");
    database = TestDatabase.H2.open(temp.resolve("data"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void saysHowEachStepStandsWhatFailedAndWhatIsLate() throws Exception {
    Places places = Places.of(programme.folder(), temp.resolve("data"), Optional.empty());
    try (Refresh refresh =
        new Refresh(places, Register.EMPTY, database, clock, clock, (state, took) -> {})) {
      refresh.now();
    }
    clock.pass(Duration.ofHours(2));

    CyclePage page = page(Optional.empty());

    assertThat(page.programme()).isEqualTo("Shared software");
    assertThat(page.sprint()).isEqualTo("Sprint 1, 2 November 2026 to 15 November 2026");
    assertThat(page.refusal()).isEmpty();
    assertThat(page.steps().stream().map(CyclePageTest::line).collect(Collectors.joining()))
        .isEqualTo(
            """
            sync | Not yet
            collect | Done | 2 notes and 0 topics. | 13 November 2026 at 14:35 | 1 hour 55\
             minutes | 13 November 2026 at 14:30
            check | Done | The checks hold nothing back. | 13 November 2026 at 14:35 | 1 hour 55\
             minutes | 13 November 2026 at 14:30
            working-site | Failed | The repository that the site is published to cannot be\
             reached. Check publish.git in programme.yml, the network and FORTNIGHT_GITHUB_TOKEN.\
             | The working site stays as it was. Editions are published none the less. | 13\
             November 2026 at 14:35 | 1 hour 55 minutes
            review | Done | The review of sprint 1 is open, 0 of 4 decided. | 27 November 2026 at\
             14:00 | 13 November 2026 at 14:30
            remind | Done | Nobody is to be reminded now. | 13 November 2026 at 14:30
            deadline | Waiting | Sprint 1 is to be signed off. | 15 November 2026 at 14:00
            edition | Waiting | No edition has been signed off yet.
            live | Done | What was published is public. | 13 November 2026 at 14:35 | 1 hour 55\
             minutes | 13 November 2026 at 14:30
            announce | Waiting | There is no edition to announce yet. | 13 November 2026 at 14:35\
             | 1 hour 55 minutes
            """);
  }

  @Test
  void saysWhyThisProcessSchedulesNothing() {
    assertThat(page(Optional.of("this machine's clock is 9 seconds behind")).refusal())
        .isEqualTo("This machine's clock is 9 seconds behind.");
  }

  private CyclePage page(Optional<String> refusal) {
    Programme described = ProgrammeReader.read(programme.folder()).programme();
    return CyclePage.of(CycleStatus.of(database, described, clock, clock), refusal);
  }

  /** What there is to say, in the order in which the page says it. */
  private static String line(CyclePage.StepPart step) {
    return Stream.of(
                step.word(),
                step.state(),
                step.said(),
                step.remedy(),
                step.next(),
                step.late(),
                step.done())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" | "))
        + "\n";
  }
}
