package dev.fortnight.cycle;

import java.time.Duration;

/** Is told of each refresh that was done, and if it wants to know, of its steps. */
public interface RefreshListener {

  void refreshed(RefreshState state, Duration took);

  /** A step begins. */
  default void began(Step step) {}

  /** A step is through, whatever came of it. */
  default void ended(Step step) {}
}
