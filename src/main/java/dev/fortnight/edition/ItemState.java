package dev.fortnight.edition;

import java.util.Optional;

/** Where an item stands in a review. */
public sealed interface ItemState {

  /** Its content is the one that was approved last, in an earlier review. */
  record Unchanged() implements ItemState {}

  /**
   * Nobody has decided on it as it is now.
   *
   * @param held the newest decision on it, where that was to hold it
   */
  record Open(Why why, Optional<Decision> held) implements ItemState {}

  /** Its content was approved in this review. */
  record ApprovedNow(Decision decision) implements ItemState {}

  /** Its content is held: an edition keeps what was approved before, or leaves it out. */
  record Held(Decision decision) implements ItemState {}

  /** Why an item waits for a decision. */
  enum Why {
    /** It was never decided on. */
    NEW,
    /** Its content has changed since. */
    CHANGED,
    /** Its content is the same, but the checks have something else to say of it. */
    RECHECKED
  }
}
