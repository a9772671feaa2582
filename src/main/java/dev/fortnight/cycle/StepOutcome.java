package dev.fortnight.cycle;

import java.time.Instant;
import java.util.Optional;

/**
 * What a step came to that did not fail.
 *
 * @param isDone whether it is at its end, or waits for something
 * @param what what came of it or what it waits for, without a full stop
 * @param remedy what somebody may do, as a full sentence; may be empty
 * @param due see {@link StepRecord#due}
 */
record StepOutcome(boolean isDone, String what, String remedy, Optional<Instant> due) {

  static StepOutcome done(String what, Optional<Instant> due) {
    return new StepOutcome(true, what, "", due);
  }

  static StepOutcome waiting(String what, String remedy, Optional<Instant> due) {
    return new StepOutcome(false, what, remedy, due);
  }

  StepState at(Instant now) {
    return isDone ? new StepState.Done(now, what) : new StepState.Waiting(now, what, remedy);
  }
}
