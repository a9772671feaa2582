package dev.fortnight.sprint;

import dev.fortnight.programme.SprintSpan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The days of a sprint's review and open call.
 *
 * @param call none where the programme has no open calls
 */
record MeetingDays(LocalDate review, Optional<LocalDate> call) {

  /**
   * Moves what falls on a public holiday to the last working day before it in the sprint, or else
   * to the first after it. An open call on a day before the review's stays on a day before it: it
   * moves further ahead, or where the sprint has no such day, the review waits for it. What finds
   * no working day stays.
   */
  MeetingDays off(Holidays holidays, SprintSpan sprint) {
    LocalDate free = moved(review, holidays, sprint);
    if (call.isEmpty()) {
      return new MeetingDays(free, call);
    }
    LocalDate planned = call.get();
    LocalDate freeCall = moved(planned, holidays, sprint);
    if (!planned.isBefore(review) || freeCall.isBefore(free)) {
      return new MeetingDays(free, Optional.of(freeCall));
    }
    return before(free, holidays, sprint)
        .map(day -> new MeetingDays(free, Optional.of(day)))
        .or(
            () ->
                after(freeCall, holidays, sprint)
                    .map(day -> new MeetingDays(day, Optional.of(freeCall))))
        .orElse(this);
  }

  private static LocalDate moved(LocalDate day, Holidays holidays, SprintSpan sprint) {
    return holidays.on(day).isEmpty()
        ? day
        : before(day, holidays, sprint).or(() -> after(day, holidays, sprint)).orElse(day);
  }

  private static Optional<LocalDate> before(LocalDate day, Holidays holidays, SprintSpan sprint) {
    LocalDate earlier = day.minusDays(1);
    while (!holidays.isWorkingDay(earlier)) {
      earlier = earlier.minusDays(1);
    }
    return Optional.of(earlier).filter(found -> !found.isBefore(sprint.first()));
  }

  private static Optional<LocalDate> after(LocalDate day, Holidays holidays, SprintSpan sprint) {
    LocalDate later = day.plusDays(1);
    while (!holidays.isWorkingDay(later)) {
      later = later.plusDays(1);
    }
    return Optional.of(later).filter(found -> !found.isAfter(sprint.last()));
  }
}
