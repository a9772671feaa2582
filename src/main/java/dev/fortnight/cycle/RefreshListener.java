package dev.fortnight.cycle;

import java.time.Duration;

/** Is told of each refresh that was done, and of its steps if it wants to know. */
public interface RefreshListener {

  void refreshed(RefreshState state, Duration took);

  /** A step begins. */
  default void began(Step step) {}

  /** A step is through, whatever came of it. */
  default void ended(Step step) {}

  /** Is told as soon as the step is at its end, whatever it came to. */
  default void stepped(StepRecord record, Duration took) {}
}
