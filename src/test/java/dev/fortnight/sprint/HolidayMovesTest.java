package dev.fortnight.sprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What moves where when a review or an open call falls on a public holiday. */
class HolidayMovesTest {

  @ParameterizedTest(name = "{0} from {1}, {2} days: review {3}, call {4}")
  @CsvSource({
    // nothing falls on a holiday
    "gb-eng, 2026-11-02, 14, FRI 14:00, WED 16:00, 2026-11-13T14:00Z, 2026-11-11T16:00Z",
    // Christmas Day is a Friday: the review moves and keeps its hour, the call stays
    "gb-eng, 2026-12-14, 14, FRI 14:00, WED 16:00, 2026-12-24T14:00Z, 2026-12-23T16:00Z",
    // Boxing Day's substitute is a Monday: over the weekend and Christmas Day to Thursday
    "gb-eng, 2026-12-15, 14, MON 14:00, WED 16:00, 2026-12-24T14:00Z, 2026-12-23T16:00Z",
    // Good Friday: the call of Thursday makes room and stays on a day before the review
    "gb-eng, 2027-03-15, 14, FRI 14:00, THU 10:00, 2027-03-25T14:00Z, 2027-03-24T10:00Z",
    // the same day by plan stays the same day
    "gb-eng, 2027-03-15, 14, FRI 14:00, FRI 10:00, 2027-03-25T14:00Z, 2027-03-25T10:00Z",
    // a call that is planned after the review makes no room
    "gb-eng, 2027-03-15, 14, THU 14:00, FRI 10:00, 2027-03-25T14:00Z, 2027-03-25T10:00Z",
    // Easter Monday is the sprint's first day: nothing before it, so the first day after it
    "gb-eng, 2027-03-29, 7, MON 14:00, WED 16:00, 2027-03-30T14:00+01:00, 2027-03-31T16:00+01:00",
    // the call has no day before, and the review waits for it
    "gb-eng, 2027-03-29, 7, TUE 14:00, MON 10:00, 2027-03-31T14:00+01:00, 2027-03-30T10:00+01:00",
    // England's holidays only
    "gb-sct, 2027-03-29, 7, TUE 14:00, MON 10:00, 2027-03-30T14:00+01:00, 2027-03-29T10:00+01:00",
    // New Year's Day is a Friday in 2027; Scotland's 2 January is kept on Monday
    "gb-sct, 2026-12-22, 14, MON 14:00, FRI 16:00, 2026-12-31T14:00Z, 2026-12-30T16:00Z",
    // 12 July
    "gb-nir, 2027-06-29, 14, MON 14:00, FRI 16:00, 2027-07-09T14:00+01:00, 2027-07-08T16:00+01:00",
    // the moved day is on the other side of a clock change and keeps its hour
    "gb-eng, 2024-03-19, 14, MON 14:00, WED 16:00, 2024-03-28T14:00Z, 2024-03-27T16:00Z",
  })
  void whatFallsOnAHolidayMoves(
      String calendar,
      String first,
      int days,
      String review,
      String call,
      String reviewed,
      String called) {
    Sprint sprint =
        new Cycles()
            .from(first)
            .length(days)
            .review(review)
            .call(call)
            .keeping(calendar)
            .calendar()
            .sprint(1);

    assertThat(sprint.review().toOffsetDateTime()).hasToString(reviewed);
    assertThat(sprint.openCall().orElseThrow().toOffsetDateTime()).hasToString(called);
    assertThat(sprint.deadline()).isEqualTo(sprint.review().plusHours(48));
  }

  @Test
  void aMoveSaysWhereFromAndWhy() {
    Sprint sprint =
        new Cycles().from("2027-03-15").call("THU 10:00").keeping("gb-eng").calendar().sprint(1);

    assertThat(sprint.reviewAppointment().move())
        .contains(new Move(LocalDate.of(2027, 3, 26), Optional.of(Holiday.GOOD_FRIDAY)));
    assertThat(sprint.callAppointment().orElseThrow().move())
        .contains(new Move(LocalDate.of(2027, 3, 25), Optional.empty()));
  }

  @Test
  void whatIsCancelledGoesByTheDayThatItMovesFrom() {
    Cycles cycles = new Cycles().from("2026-12-14").keeping("gb-eng");

    assertThat(
            cycles.cancelled("2026-12-25").calendar().sprint(1).reviewAppointment().isCancelled())
        .isTrue();
    assertThat(
            cycles.cancelled("2026-12-24").calendar().sprint(1).reviewAppointment().isCancelled())
        .isFalse();
  }

  @Test
  void theNextCallIsLookedForOnTheDayThatItMovedTo() {
    SprintCalendar calendar =
        new Cycles().from("2026-12-14").call("FRI 10:00").keeping("gb-eng").calendar();

    assertThat(calendar.nextOpenCall(Instant.parse("2026-12-24T10:00:00Z")).number()).isEqualTo(1);
    assertThat(calendar.nextOpenCall(Instant.parse("2026-12-24T10:00:01Z")).number()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"7", "8", "10", "14", "21", "30"})
  void inNoSprintOfThirtyYearsIsAnythingOnAHolidayOrOutsideTheSprintOrInTheWrongOrder(int length) {
    for (String keeping : new String[] {"gb-eng", "gb-wls", "gb-sct", "gb-nir"}) {
      Holidays holidays = Holidays.of(dev.fortnight.programme.HolidayCalendar.of(keeping));
      for (String call : new String[] {"MON 10:00", "WED 16:00", "THU 23:00"}) {
        SprintCalendar calendar =
            new Cycles().from("2010-01-01").length(length).call(call).keeping(keeping).calendar();
        for (int number = 1; number <= 30 * 365 / length; number++) {
          Sprint sprint = calendar.sprint(number);
          LocalDate reviewed = sprint.review().toLocalDate();
          LocalDate called = sprint.openCall().orElseThrow().toLocalDate();
          LocalDate planned =
              sprint.callAppointment().orElseThrow().move().map(Move::from).orElse(called);
          LocalDate plannedReview =
              sprint.reviewAppointment().move().map(Move::from).orElse(reviewed);
          assertThat(holidays.isWorkingDay(reviewed)).as("%s", sprint).isTrue();
          assertThat(holidays.isWorkingDay(called)).as("%s", sprint).isTrue();
          assertThat(reviewed).isBetween(sprint.first(), sprint.last());
          assertThat(called).isBetween(sprint.first(), sprint.last());
          assertThat(called.isBefore(reviewed) || !planned.isBefore(plannedReview))
              .as("%s", sprint)
              .isTrue();
          assertThat(calendar.on(called).number()).isEqualTo(number);
        }
      }
    }
  }
}
