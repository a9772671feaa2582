package dev.fortnight.cli;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A note's title, in one line.
 *
 * @param text without control characters, with single spaces
 */
record NoteTitle(String text) {

  /** More is a paragraph. */
  static final int LONGEST = 200;

  /** Four bytes each, and a date before them, fit into a file name and an address everywhere. */
  private static final int LONGEST_SLUG = 48;

  /** Names that Windows keeps for devices. */
  private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

  static NoteTitle of(String text) {
    return new NoteTitle(
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .replaceAll("\\p{Cs}", "\uFFFD")
            .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
            .strip());
  }

  /** The name of its file, without date and ending; empty where it has neither letter nor digit. */
  String slug() {
    String words =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "")
            .replaceAll("[^\\p{L}\\p{Nd}\\p{M}]+", "-")
            .replaceAll("^[-\\p{M}]+|-+$", "");
    String slug = shortened(words);
    return DEVICE.matcher(slug).matches() ? slug + "-note" : slug;
  }

  /** Cut between two words where that can be. */
  private static String shortened(String words) {
    if (words.codePointCount(0, words.length()) <= LONGEST_SLUG) {
      return words;
    }
    String start = words.substring(0, words.offsetByCodePoints(0, LONGEST_SLUG));
    int lastWord = start.lastIndexOf('-');
    boolean isWhole = words.charAt(start.length()) == '-';
    return isWhole || lastWord < LONGEST_SLUG / 2 ? start : start.substring(0, lastWord);
  }

  /** The title as a quoted YAML scalar. */
  String yaml() {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"'
        + UNPRINTABLE
            .matcher(escaped)
            .replaceAll(match -> "\\\\U%08x".formatted(match.group().codePointAt(0)))
        + '"';
  }
}
