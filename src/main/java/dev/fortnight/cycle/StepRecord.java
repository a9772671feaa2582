package dev.fortnight.cycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a step of a programme stands, for whichever process asks.
 *
 * @param run names the run of the cycle that it was last part of; log lines carry it
 * @param doneAt when it last came to its end, by the machine's clock
 * @param due when it is looked at next, by the programme's clock where {@link Step#isByCalendar}
 *     and else by the machine's; empty where nothing but a person moves it
 */
public record StepRecord(
    Step step, String run, StepState state, Optional<Instant> doneAt, Optional<Instant> due) {

  /** How late it is; nothing where it is not. */
  public Duration lateBy(Clock programme, Clock machine) {
    Instant now = step.isByCalendar() ? programme.instant() : machine.instant();
    return due.filter(now::isAfter).map(then -> Duration.between(then, now)).orElse(Duration.ZERO);
  }

  boolean isDue(Clock programme, Clock machine) {
    Instant now = step.isByCalendar() ? programme.instant() : machine.instant();
    return due.filter(then -> !now.isBefore(then)).isPresent();
  }
}
