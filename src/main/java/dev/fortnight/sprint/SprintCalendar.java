package dev.fortnight.sprint;

import dev.fortnight.programme.Programme;
import dev.fortnight.programme.SprintSpan;
import dev.fortnight.programme.SprintSpans;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tells the sprints of a programme. A review keeps its hour on the wall clock of the programme's
 * zone, before and after a clock change. An hour that the clock leaves out is counted on from
 * before the gap; of one that it shows twice the first is meant. Source: RFC 5545, 3.3.5.
 */
public final class SprintCalendar {

  private final Programme.Cycle cycle;
  private final SprintSpans spans;
  private final Holidays holidays;

  public SprintCalendar(Programme.Cycle cycle) {
    this.cycle = cycle;
    this.spans = cycle.spans();
    this.holidays = Holidays.of(cycle.holidays());
  }

  /**
   * The sprint that an instant falls into, never a skipped one; before the first day, the first.
   */
  public Sprint at(Instant instant) {
    return on(instant.atZone(cycle.zone()).toLocalDate());
  }

  /** The sprint that a day falls into, never a skipped one; before the first day, the first. */
  public Sprint on(LocalDate day) {
    return sprint(numberOn(day));
  }

  /** The number of the sprint that a day falls into. */
  public int numberOn(LocalDate day) {
    return spans.numberOn(day);
  }

  /** The sprint that is held next after one. */
  public Sprint after(int number) {
    return sprint(spans.heldFrom(number + 1));
  }

  /** The sprint that was held last before one; empty before the first. */
  public Optional<Sprint> before(int number) {
    return IntStream.iterate(number - 1, earlier -> earlier > 0, earlier -> earlier - 1)
        .filter(earlier -> !spans.isSkipped(earlier))
        .mapToObj(this::sprint)
        .findFirst();
  }

  /**
   * A sprint by its number. Of a skipped one it tells the days that it would have had, and that its
   * review and open call are cancelled.
   *
   * @param number from 1
   */
  public Sprint sprint(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("sprints are numbered from 1, not " + number);
    }
    SprintSpan span = spans.of(number);
    MeetingDays planned =
        new MeetingDays(
            day(cycle.review(), span.last()), cycle.openCall().map(call -> day(call, span.last())));
    MeetingDays days = planned.off(holidays, span);
    boolean isSkipped = spans.isSkipped(number);
    Appointment review = appointment(cycle.review(), planned.review(), days.review(), isSkipped);
    Optional<Appointment> openCall =
        cycle
            .openCall()
            .map(
                call ->
                    appointment(
                        call, planned.call().orElseThrow(), days.call().orElseThrow(), isSkipped));
    return new Sprint(
        number,
        span.first(),
        span.last(),
        review,
        openCall,
        review.at().plus(cycle.deadline()),
        spans.changes(number),
        spans.changesUpTo(number));
  }

  /** The sprint whose open call is the next one after an instant that is held. */
  public Sprint nextOpenCall(Instant instant) {
    Sprint sprint = at(instant);
    while (sprint
        .callAppointment()
        .filter(call -> call.at().toInstant().isBefore(instant) || call.isCancelled())
        .isPresent()) {
      sprint = after(sprint.number());
    }
    return sprint;
  }

  private static LocalDate day(Programme.Meeting meeting, LocalDate last) {
    return last.with(TemporalAdjusters.previousOrSame(meeting.day()));
  }

  private Appointment appointment(
      Programme.Meeting meeting, LocalDate planned, LocalDate day, boolean isSkipped) {
    ZonedDateTime at = day.atTime(meeting.time()).atZone(cycle.zone());
    Optional<Move> move =
        day.equals(planned)
            ? Optional.empty()
            : Optional.of(new Move(planned, holidays.on(planned)));
    return new Appointment(at, move, isSkipped || cycle.cancelled().contains(planned));
  }
}
