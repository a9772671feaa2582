package dev.fortnight.edition;

/** Where an item stands in a review. */
public sealed interface ItemState {

  /** Its content is the one that was approved last, in an earlier review. */
  record Unchanged() implements ItemState {}

  /** Nobody has decided on its content yet. */
  record Open() implements ItemState {}

  /** Its content was approved in this review. */
  record ApprovedNow(Decision decision) implements ItemState {}

  /** Its content is held: an edition keeps what was approved before, or leaves it out. */
  record Held(Decision decision) implements ItemState {}
}
