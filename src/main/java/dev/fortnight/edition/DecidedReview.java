package dev.fortnight.edition;

/** A review in which everything is decided, so that it may be signed off. */
public final class DecidedReview implements EditionStage {

  private final Review review;

  /** Only {@link Review#decided} may call this. */
  DecidedReview(Review review) {
    this.review = review;
  }

  public Review review() {
    return review;
  }
}
