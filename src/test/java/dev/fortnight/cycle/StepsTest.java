package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.privacy.Register;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What the steps of a programme come to, as another process sees it. */
@OnBothDatabases
class StepsTest {

  private static final String ID = "shared-software";

  @Parameter TestDatabase kind;

  @TempDir Path temp;

  private final SetClock clock = new SetClock("2026-11-12T14:30:00Z");
  private final List<StepRecord> told = new ArrayList<>();
  private SmallProgramme programme;
  private Database database;
  private Refresh refresh;

  @BeforeEach
  void open() throws Exception {
    programme = SmallProgramme.in(temp.resolve("programme"));
    database = kind.open(temp.resolve("data"));
    refresh = refresh("data");
  }

  @AfterEach
  void close() throws Exception {
    refresh.close();
    database.close();
  }

  private Refresh refresh(String data) {
    Places places = Places.of(programme.folder(), temp.resolve(data), Optional.empty());
    return new Refresh(
        places,
        Register.EMPTY,
        database,
        clock,
        clock,
        new RefreshListener() {
          @Override
          public void refreshed(RefreshState state, Duration took) {}

          @Override
          public void stepped(StepRecord record, Duration took) {
            told.add(record);
          }
        });
  }

  @Test
  void stepsAreRunInTheirOrderAndEachSaysWhatItCameTo() {
    refresh.now();

    assertThat(steps())
        .isEqualTo(
            """
            collect: 2 notes and 0 topics.
            check: the checks hold nothing back.
            working-site: the working site was published.
            review: sprint 1 comes to its review, 0 of 4 decided so far. next 2026-11-13T14:00:00Z
            remind: nobody is to be reminded now.
            deadline: sprint 1 is to be signed off. next 2026-11-15T14:00:00Z
            edition: no edition has been signed off yet.
            live: what was published is public.
            announce: there is no edition to announce yet.
            """);
    assertThat(told).extracting(StepRecord::step).isSortedAccordingTo(Enum::compareTo).hasSize(9);
    assertThat(told).extracting(StepRecord::run).containsOnly(told.get(0).run());
  }

  @Test
  void deadlineWithoutASignOffPublishesNothingAndSaysSo() {
    clock.pass(Duration.ofDays(3));

    refresh.now();

    assertThat(steps())
        .contains(
            "deadline: the deadline of sprint 1 has passed without a sign-off, so nothing is"
                + " published. An owner can still sign it off while the sprint lasts."
                + " next 2026-11-29T14:00:00Z\n")
        .contains("edition: no edition has been signed off yet.\n");

    clock.pass(Duration.ofDays(1));
    refresh.now();
    assertThat(steps())
        .contains(
            "deadline: sprint 2 is to be signed off; sprint 1 ended without a sign-off, so nothing"
                + " of it was published. next 2026-11-29T14:00:00Z\n");
  }

  @Test
  void signedEditionGoesThroughTheLastSteps() {
    clock.pass(Duration.ofDays(1));
    programme.signOff(database, clock);

    refresh.now();

    assertThat(steps())
        .contains("review: sprint 1 is reviewed and signed off. next 2026-11-27T14:00:00Z\n")
        .contains("deadline: sprint 1 is signed off. next 2026-11-15T14:00:00Z\n")
        .contains("edition: edition 1 is published.\n")
        .contains("announce: edition 1 is announced.\n");
  }

  @Test
  void failedStepSaysWhatToDoAndKeepsWhenItWasDoneLast() throws Exception {
    refresh.now();
    programme.describe("publish: {git: \"" + temp.resolve("nowhere.git") + "\"}\n");
    clock.pass(Duration.ofHours(1));

    refresh.now();

    StepRecord record = record(Step.WORKING_SITE);
    assertThat(record.state()).isInstanceOf(StepState.Failed.class);
    assertThat(record.state().sentence())
        .isEqualTo(
            "the repository that the site is published to cannot be reached. Check publish.git in"
                + " programme.yml, the network and FORTNIGHT_GITHUB_TOKEN.");
    assertThat(record.doneAt().orElseThrow()).isEqualTo("2026-11-12T14:30:00Z");
    assertThat(record.due().orElseThrow()).isEqualTo("2026-11-12T15:35:00Z");
  }

  @Test
  void anotherProcessPublishesTheWorkingSiteNoSooner() throws Exception {
    refresh.now();
    programme.write(SmallProgramme.FINDING, SmallProgramme.finding("A new title"));
    clock.pass(Duration.ofMinutes(6));
    try (Refresh other = refresh("other")) {
      other.now();
      assertThat(temp.resolve("other/site/working/index.html")).doesNotExist();

      clock.pass(Duration.ofMinutes(4));
      other.ifDue();
      assertThat(temp.resolve("other/site/working/index.html")).exists();
    }
  }

  @Test
  void restartPublishesAtOnceWhatHasChangedUnlessSomethingWasPublishedAMomentAgo()
      throws Exception {
    refresh.now();
    clock.pass(Duration.ofMinutes(11));
    refresh.now();
    programme.write("findings/new.md", SmallProgramme.finding("A new finding"));
    clock.pass(Duration.ofMinutes(1));
    refresh.now();
    assertThat(temp.resolve("data/site/working/findings/new")).doesNotExist();
    refresh.close();

    refresh = refresh("data");
    refresh.ifDue();

    assertThat(temp.resolve("data/site/working/findings/new")).exists();
  }

  @Test
  void checksSayHowManyNotesAreLeftOutByConsent() throws Exception {
    programme.write(
        "interviews/2026-11-11-nobody.md", "---\ntitle: Nobody\nconsent: internal\n---\nText.\n");
    programme.write("interviews/2026-11-12-unknown.md", "---\ntitle: Unknown\n---\nText.\n");

    refresh.now();

    assertThat(record(Step.CHECK).state().sentence())
        .isEqualTo("1 problem keeps something back; 1 note left out by consent or a date.");
  }

  @Test
  void programmeThatAnotherProcessIsAtIsLeftToItAndLookedAtAgain() {
    try (WorkLock other = WorkLock.take(database, ID, WorkLock.Work.CYCLE).orElseThrow()) {
      other.ensure();
      assertThat(WorkLock.take(database, ID, WorkLock.Work.CYCLE)).isEmpty();
      refresh.now();
      refresh.ifDue();
      assertThat(temp.resolve("data/site")).doesNotExist();
    }

    refresh.ifDue();

    assertThat(temp.resolve("data/site/working/index.html")).exists();
  }

  @Test
  void whatWasBrokenOffIsDoneByTheNextWhoLooks() {
    refresh.now();
    StepRecord done = record(Step.EDITION);
    StepStore.in(database, ID)
        .put(
            new StepRecord(
                Step.EDITION,
                "gone",
                new StepState.Running(clock.instant()),
                done.doneAt(),
                Optional.empty()));
    told.clear();

    refresh.ifDue();

    assertThat(record(Step.EDITION).state().sentence())
        .isEqualTo("no edition has been signed off yet.");
    assertThat(told).isNotEmpty();
  }

  @Test
  void oneStepIsRunByHand() {
    clock.pass(Duration.ofDays(1));
    programme.signOff(database, clock);

    StepRecord record = refresh.now(Step.EDITION).orElseThrow();

    assertThat(record.state().sentence()).isEqualTo("edition 1 is published.");
    assertThat(temp.resolve("data/site/editions/1/index.html")).exists();
    assertThat(temp.resolve("data/site/working/index.html")).doesNotExist();
    assertThat(temp.resolve("data/announcements.jsonl")).doesNotExist();
    assertThat(refresh.now(Step.ANNOUNCE).orElseThrow().state().sentence())
        .isEqualTo("edition 1 is announced.");
  }

  @Test
  void stepThatAnotherProcessIsAtIsNotRunByHand() {
    try (WorkLock other = WorkLock.take(database, ID, WorkLock.Work.CYCLE).orElseThrow()) {
      assertThat(refresh.now(Step.EDITION)).isEmpty();
      other.ensure();
    }
  }

  @Test
  void lostDatabaseEndsTheRightToWork() {
    WorkLock lock = WorkLock.take(database, ID, WorkLock.Work.CYCLE).orElseThrow();
    lock.close();

    assertThat(problem(lock))
        .isEqualTo(
            "the database was lost in the middle of a run, so another process may be at it."
                + " Nothing needs doing: the next refresh goes on with it.");
  }

  private static String problem(WorkLock lock) {
    try {
      lock.ensure();
      return "";
    } catch (ProblemException e) {
      return e.advice();
    }
  }

  private StepRecord record(Step step) {
    return StepStore.in(database, ID).of(step).orElseThrow();
  }

  /** What another process sees, with the times that a calendar gives. */
  private String steps() {
    return StepStore.in(database, ID).all().stream()
        .map(
            record ->
                record.step().word()
                    + ": "
                    + record.state().sentence()
                    + record
                        .due()
                        .filter(due -> record.step().isByCalendar())
                        .map(due -> " next " + due)
                        .orElse("")
                    + "\n")
        .collect(Collectors.joining());
  }
}
