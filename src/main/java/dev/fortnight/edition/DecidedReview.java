package dev.fortnight.edition;

import java.util.Optional;

/** A review in which everything is decided, so that it may be signed off. */
public final class DecidedReview implements EditionStage {

  private final Review review;
  private final Optional<String> introduction;

  /** Only {@link Review#decided} may call this. */
  DecidedReview(Review review) {
    this(review, Optional.empty());
  }

  private DecidedReview(Review review, Optional<String> introduction) {
    this.review = review;
    this.introduction = introduction;
  }

  /** The same with how its edition is to be announced, see {@link Introduction#of}. */
  public DecidedReview introduced(Optional<String> words) {
    return new DecidedReview(review, words);
  }

  public Review review() {
    return review;
  }

  /** An owner's words that the announcement is to begin with. */
  public Optional<String> introduction() {
    return introduction;
  }

  Opening opening() {
    return introduction.<Opening>map(Opening.Written::new).orElseGet(Opening.Made::new);
  }
}
