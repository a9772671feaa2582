package dev.fortnight.note;

import java.text.Normalizer;
import java.util.Locale;

/** Names made fit for addresses, in the two ways in which Jekyll's placeholders need them. */
final class Slugs {

  private Slugs() {}

  /** Keeps case, and the signs that an address can have. */
  static String asWritten(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .replaceAll("[^\\p{L}\\p{Nd}\\p{M}._~-]+", "-")
        .replaceAll("^[-.]+|[-.]+$", "");
  }

  /** Small letters and digits; everything else is a hyphen. */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{Nd}\\p{M}]+", "-")
        .replaceAll("^-|-$", "");
  }
}
