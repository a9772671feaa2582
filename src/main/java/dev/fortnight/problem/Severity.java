package dev.fortnight.problem;

/** What a problem does to the content it is about. */
public enum Severity {
  /** What the problem is about is left out of everything published. */
  ERROR,
  /** It is left out until a reviewer has said that it may be published as it is. */
  QUESTION,
  /** It is published, perhaps without the part that the problem names. */
  WARNING
}
