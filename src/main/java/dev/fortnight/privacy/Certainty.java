package dev.fortnight.privacy;

/** How sure a detector is. */
public enum Certainty {
  /** It is what it looks like: what holds it is not published. */
  CERTAIN,
  /** It may be: a reviewer is asked. */
  DOUBTFUL
}
