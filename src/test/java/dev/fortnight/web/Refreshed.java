package dev.fortnight.web;

import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.Step;

/** A served programme as its sources are now. */
final class Refreshed {

  private Refreshed() {}

  /** Runs all steps, or has the schedule's run do it, and waits until what changed was gathered. */
  static void now(Refresh refresh) {
    refresh.now();
    refresh.now(Step.CHECK);
  }
}
