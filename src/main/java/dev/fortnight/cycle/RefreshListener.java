package dev.fortnight.cycle;

import java.time.Duration;

/** Is told of each refresh that was done, and of each of its steps. */
public interface RefreshListener {

  void refreshed(RefreshState state, Duration took);

  /** Is told as soon as the step is at its end, whatever it came to. */
  default void stepped(StepRecord record, Duration took) {}
}
