package dev.fortnight.programme;

import java.time.Period;

/** A sprint that is not as the others are, by decision of the team. */
public sealed interface SprintChange {

  /** The number of the sprint, from 1. */
  int sprint();

  /** Why, in a sentence that pages show. */
  String why();

  /**
   * A sprint that is not held: its number stays unused, and its days belong to the next one that
   * is.
   */
  record Skipped(int sprint, String why) implements SprintChange {}

  /**
   * A sprint of a length of its own; those after it begin that much later or earlier.
   *
   * @param length in whole days
   */
  record Lasting(int sprint, Period length, String why) implements SprintChange {}
}
