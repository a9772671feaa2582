package dev.fortnight.sprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.programme.Programme;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SprintCalendarTest {

  private static final Programme.Meeting CALL =
      new Programme.Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(16, 0));

  @ParameterizedTest(name = "sprint {1} of {0}")
  @CsvSource({
    "2026-03-09, 1, 2026-03-20T14:00Z[Europe/London]",
    "2026-03-09, 2, 2026-04-03T14:00+01:00[Europe/London]",
    "2026-10-05, 1, 2026-10-16T14:00+01:00[Europe/London]",
    "2026-10-05, 2, 2026-10-30T14:00Z[Europe/London]",
  })
  void theReviewKeepsItsHourOnTheClockAcrossBothClockChanges(
      LocalDate first, int number, String review) {
    assertThat(calendar(first, Optional.of(CALL)).sprint(number).review()).hasToString(review);
  }

  @Test
  void theDeadlineCountsElapsedHoursAcrossAClockChange() {
    Sprint sprint = calendar(LocalDate.of(2026, 3, 16), Optional.of(CALL)).sprint(1);

    assertThat(sprint.review()).hasToString("2026-03-27T14:00Z[Europe/London]");
    assertThat(sprint.deadline()).hasToString("2026-03-29T15:00+01:00[Europe/London]");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01, 1",
    "2026-11-01, 1",
    "2026-11-02, 1",
    "2026-11-15, 1",
    "2026-11-16, 2",
    "2026-11-29, 2",
    "2026-11-30, 3",
    "2027-11-01, 27",
  })
  void aDayFallsIntoTheSprintThatItsDistanceFromTheFirstDayGives(LocalDate day, int number) {
    assertThat(calendar().on(day).number()).isEqualTo(number);
  }

  @Test
  void aSprintSpansItsDaysAndMeetsOnTheLastSuchWeekdays() {
    assertThat(calendar().sprint(2))
        .isEqualTo(
            new Sprint(
                2,
                LocalDate.of(2026, 11, 16),
                LocalDate.of(2026, 11, 29),
                planned("2026-11-27T14:00"),
                Optional.of(planned("2026-11-25T16:00")),
                london("2026-11-29T14:00"),
                List.of(),
                0));
  }

  @Test
  void aDayBeginsAtMidnightInTheProgrammesZone() {
    SprintCalendar summer = calendar(LocalDate.of(2026, 6, 1), Optional.of(CALL));

    assertThat(summer.at(Instant.parse("2026-06-14T22:59:59Z")).number()).isEqualTo(1);
    assertThat(summer.at(Instant.parse("2026-06-14T23:00:00Z")).number()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-01T00:00:00Z, 2026-11-11T16:00",
    "2026-11-02T00:00:00Z, 2026-11-11T16:00",
    "2026-11-11T15:59:59Z, 2026-11-11T16:00",
    "2026-11-11T16:00:00Z, 2026-11-11T16:00",
    "2026-11-11T16:00:01Z, 2026-11-25T16:00",
    "2026-11-16T00:00:00Z, 2026-11-25T16:00",
  })
  void theNextOpenCallIsTheFirstThatHasNotBegun(Instant now, String call) {
    assertThat(calendar().nextOpenCall(now).openCall()).contains(london(call));
  }

  @Test
  void aProgrammeWithoutOpenCallsHasNone() {
    SprintCalendar calendar = calendar(LocalDate.of(2026, 11, 2), Optional.empty());

    assertThat(calendar.nextOpenCall(Instant.parse("2026-11-30T00:00:00Z")).openCall()).isEmpty();
  }

  @Test
  void thereIsNoSprintZero() {
    assertThatThrownBy(() -> calendar().sprint(0)).hasMessage("sprints are numbered from 1, not 0");
  }

  private static SprintCalendar calendar() {
    return calendar(LocalDate.of(2026, 11, 2), Optional.of(CALL));
  }

  private static SprintCalendar calendar(LocalDate first, Optional<Programme.Meeting> call) {
    return new SprintCalendar(
        new Programme.Cycle(
            first,
            Period.ofDays(14),
            ZoneId.of("Europe/London"),
            new Programme.Meeting(DayOfWeek.FRIDAY, LocalTime.of(14, 0)),
            call,
            Optional.empty(),
            Duration.ofHours(48),
            List.of(),
            java.util.Collections.emptySortedSet(),
            Optional.empty()));
  }

  private static Appointment planned(String moment) {
    return new Appointment(london(moment), Optional.empty(), false);
  }

  private static ZonedDateTime london(String moment) {
    return java.time.LocalDateTime.parse(moment).atZone(ZoneId.of("Europe/London"));
  }
}
