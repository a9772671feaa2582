package dev.fortnight.cycle;

import java.time.Instant;

/**
 * Why a step could not be done.
 *
 * @param what without a full stop
 * @param remedy what to do next, as a full sentence
 */
public record Failure(Step step, String what, String remedy, Instant at) {

  /** What happened and what to do next, in one line. */
  @Override
  public String toString() {
    return what + ". " + remedy;
  }
}
