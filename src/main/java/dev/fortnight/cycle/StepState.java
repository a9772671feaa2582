package dev.fortnight.cycle;

import java.time.Instant;

/** What a step came to when it was run last. */
public sealed interface StepState {

  /** Since when this is so, by the machine's clock. */
  Instant since();

  /** It is being done, or was when a process ended. */
  record Running(Instant since) implements StepState {}

  /**
   * @param what what came of it, without a full stop
   */
  record Done(Instant since, String what) implements StepState {}

  /**
   * Nothing is wrong, and it is not at its end.
   *
   * @param what what it waits for, without a full stop
   * @param remedy what somebody may do, as a full sentence; empty where there is nothing to do
   */
  record Waiting(Instant since, String what, String remedy) implements StepState {}

  /**
   * @param what what went wrong, without a full stop
   * @param remedy what to do next, as a full sentence
   */
  record Failed(Instant since, String what, String remedy) implements StepState {}

  /** What there is to say, in a sentence or two. */
  default String sentence() {
    if (this instanceof Done done) {
      return done.what + ".";
    }
    if (this instanceof Waiting waiting) {
      return (waiting.what + ". " + waiting.remedy).strip();
    }
    return this instanceof Failed failed ? failed.what + ". " + failed.remedy : "It is being done.";
  }
}
