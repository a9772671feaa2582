package dev.fortnight.note;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a participant agreed to, from the widest to the narrowest. */
public enum Consent {
  /** The note may be read by anybody. */
  PUBLIC,
  /** No page; what is marked as evidence may be quoted in a finding. */
  FINDINGS_ONLY,
  /** Nothing is published. */
  INTERNAL,
  /** Nothing is published, and what was has to go. */
  WITHDRAWN;

  /** The word in front matter, for example {@code findings-only}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Consent> ofWord(String word) {
    return Arrays.stream(values()).filter(consent -> consent.word().equals(word)).findFirst();
  }

  /** The narrower of two. */
  public Consent narrower(Consent other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
