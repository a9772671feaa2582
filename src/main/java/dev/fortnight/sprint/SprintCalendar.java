package dev.fortnight.sprint;

import dev.fortnight.programme.Programme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Tells the sprints of a programme. A review keeps its hour on the wall clock of the programme's
 * zone, before and after a clock change.
 */
public final class SprintCalendar {

  private final Programme.Cycle cycle;

  public SprintCalendar(Programme.Cycle cycle) {
    this.cycle = cycle;
  }

  /** The sprint that an instant falls into; before the first day, sprint 1. */
  public Sprint at(Instant instant) {
    return on(instant.atZone(cycle.zone()).toLocalDate());
  }

  /** The sprint that a day falls into; before the first day, sprint 1. */
  public Sprint on(LocalDate day) {
    long days = Math.max(0, ChronoUnit.DAYS.between(cycle.first(), day));
    return sprint(Math.toIntExact(days / cycle.length().getDays()) + 1);
  }

  /**
   * @param number from 1
   */
  public Sprint sprint(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("sprints are numbered from 1, not " + number);
    }
    int length = cycle.length().getDays();
    LocalDate first = cycle.first().plusDays((long) length * (number - 1));
    LocalDate last = first.plusDays(length - 1L);
    ZonedDateTime review = meeting(cycle.review(), last);
    return new Sprint(
        number,
        first,
        last,
        review,
        cycle.openCall().map(call -> meeting(call, last)),
        review.plus(cycle.deadline()));
  }

  /** The sprint whose open call is the next one after an instant that is held. */
  public Sprint nextOpenCall(Instant instant) {
    Sprint sprint = at(instant);
    while (sprint
        .openCall()
        .filter(call -> call.toInstant().isBefore(instant) || isCancelled(call))
        .isPresent()) {
      sprint = sprint(sprint.number() + 1);
    }
    return sprint;
  }

  /** Whether a review or an open call is not held, by decision of the team. */
  public boolean isCancelled(ZonedDateTime meeting) {
    return cycle.cancelled().contains(meeting.toLocalDate());
  }

  private ZonedDateTime meeting(Programme.Meeting meeting, LocalDate last) {
    return last.with(TemporalAdjusters.previousOrSame(meeting.day()))
        .atTime(meeting.time())
        .atZone(cycle.zone());
  }
}
