package dev.fortnight.privacy;

import java.util.Optional;

/**
 * A place in a text that points to a person.
 *
 * @param start in UTF-16 units of the text that was searched
 * @param end exclusive
 * @param folded what stands there without its disguise; never to be shown
 * @param participant the id of the person in the register, where it is one of them
 */
public record Find(
    PersonalData kind,
    Certainty certainty,
    int start,
    int end,
    String folded,
    Optional<String> participant) {

  /** Tells equal finds in different texts from others, however they are spaced. */
  public String identity() {
    return kind.word() + ":" + folded.replaceAll("[^\\p{L}\\p{Nd}]+", "");
  }

  /** Without what was found. */
  @Override
  public String toString() {
    return certainty + " " + kind + " " + start + "-" + end;
  }

  public boolean isCertain() {
    return certainty == Certainty.CERTAIN;
  }
}
