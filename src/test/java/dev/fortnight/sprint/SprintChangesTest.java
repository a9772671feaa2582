package dev.fortnight.sprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.programme.SprintChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sprints that are skipped or have another length by decision. */
class SprintChangesTest {

  private static final SprintChange LONGER =
      new SprintChange.Lasting(2, Period.ofDays(21), "Everybody is at a conference.");

  private static final SprintChange SKIPPED =
      new SprintChange.Skipped(4, "Nobody is here between the years.");

  private static final SprintChange SKIPPED_TOO =
      new SprintChange.Skipped(5, "The council elects.");

  private static SprintCalendar calendar() {
    return new Cycles().with(LONGER, SKIPPED, SKIPPED_TOO).calendar();
  }

  @ParameterizedTest(name = "sprint {0}")
  @CsvSource({
    "1, 2026-11-02, 2026-11-15, 2026-11-13T14:00Z, 2026-11-11T16:00Z",
    // a week longer, so that it meets a week later
    "2, 2026-11-16, 2026-12-06, 2026-12-04T14:00Z, 2026-12-02T16:00Z",
    "3, 2026-12-07, 2026-12-20, 2026-12-18T14:00Z, 2026-12-16T16:00Z",
    // what would have been
    "4, 2026-12-21, 2027-01-03, 2027-01-01T14:00Z, 2026-12-30T16:00Z",
    "5, 2027-01-04, 2027-01-17, 2027-01-15T14:00Z, 2027-01-13T16:00Z",
    // with the days of both
    "6, 2026-12-21, 2027-01-31, 2027-01-29T14:00Z, 2027-01-27T16:00Z",
    "7, 2027-02-01, 2027-02-14, 2027-02-12T14:00Z, 2027-02-10T16:00Z",
  })
  void everySprintHasItsDays(
      int number, LocalDate first, LocalDate last, String review, String call) {
    Sprint sprint = calendar().sprint(number);

    assertThat(sprint.first()).isEqualTo(first);
    assertThat(sprint.last()).isEqualTo(last);
    assertThat(sprint.review().toOffsetDateTime()).hasToString(review);
    assertThat(sprint.openCall().orElseThrow().toOffsetDateTime()).hasToString(call);
    assertThat(sprint.deadline()).isEqualTo(sprint.review().plusHours(48));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-01, 1",
    "2026-11-15, 1",
    "2026-11-16, 2",
    "2026-12-06, 2",
    "2026-12-07, 3",
    "2026-12-20, 3",
    "2026-12-21, 6",
    "2027-01-04, 6",
    "2027-01-31, 6",
    "2027-02-01, 7",
    "2027-02-15, 8",
  })
  void aDayFallsIntoASprintThatIsHeld(LocalDate day, int number) {
    assertThat(calendar().on(day).number()).isEqualTo(number);
    assertThat(calendar().at(day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC)).number())
        .isEqualTo(number);
  }

  @Test
  void theSprintAfterOneIsTheNextThatIsHeld() {
    assertThat(calendar().after(2).number()).isEqualTo(3);
    assertThat(calendar().after(3).number()).isEqualTo(6);
    assertThat(calendar().after(4).number()).isEqualTo(6);
  }

  @Test
  void aSprintTellsWhatWasDecidedOfItAndOfThoseWhoseDaysItHas() {
    assertThat(calendar().sprint(1).changes()).isEmpty();
    assertThat(calendar().sprint(2).changes()).containsExactly(LONGER);
    assertThat(calendar().sprint(3).changes()).isEmpty();
    assertThat(calendar().sprint(4).changes()).containsExactly(SKIPPED);
    assertThat(calendar().sprint(5).changes()).containsExactly(SKIPPED_TOO);
    assertThat(calendar().sprint(6).changes()).containsExactly(SKIPPED, SKIPPED_TOO);
  }

  @Test
  void whatASkippedSprintWouldHaveHeldIsCancelled() {
    assertThat(calendar().sprint(4).reviewAppointment().isCancelled()).isTrue();
    assertThat(calendar().sprint(4).callAppointment().orElseThrow().isCancelled()).isTrue();
    assertThat(calendar().sprint(6).reviewAppointment().isCancelled()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-16T16:00:00Z, 3",
    "2026-12-16T16:00:01Z, 6",
    "2026-12-30T10:00:00Z, 6",
    "2027-01-27T16:00:01Z, 7"
  })
  void theNextOpenCallIsNoneOfASkippedSprint(Instant now, int number) {
    assertThat(calendar().nextOpenCall(now).number()).isEqualTo(number);
  }

  @Test
  void aFirstSprintThatIsSkippedGivesItsDaysToTheSecond() {
    SprintCalendar calendar =
        new Cycles().with(new SprintChange.Skipped(1, "We begin later.")).calendar();

    assertThat(calendar.on(LocalDate.of(2026, 1, 1)).number()).isEqualTo(2);
    assertThat(calendar.sprint(2).first()).isEqualTo(LocalDate.of(2026, 11, 2));
  }

  @Test
  void aShorterSprintBringsThoseAfterItForward() {
    SprintCalendar calendar =
        new Cycles().with(new SprintChange.Lasting(1, Period.ofDays(7), "A trial.")).calendar();

    assertThat(calendar.sprint(2).first()).isEqualTo(LocalDate.of(2026, 11, 9));
    assertThat(calendar.on(LocalDate.of(2026, 11, 9)).number()).isEqualTo(2);
  }

  @Test
  void everyDayOfTenYearsIsInTheSprintThatSpansIt() {
    SprintCalendar calendar = calendar();
    LocalDate.of(2026, 11, 2)
        .datesUntil(LocalDate.of(2036, 11, 2))
        .forEach(
            day -> assertThat(day).isBetween(calendar.on(day).first(), calendar.on(day).last()));
  }

  @Test
  void eachDecisionCountsForItsSprintAndThoseAfterIt() {
    assertThat(java.util.stream.IntStream.rangeClosed(1, 7))
        .extracting(number -> calendar().sprint(number).decisions())
        .containsExactly(0, 1, 1, 2, 3, 3, 3);
  }
}
