package dev.fortnight.site.search;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The first five letters of words, each once. A line has three letters, which choose a file of
 * words, and then by twos those that follow. So a word that is misspelled in the first three leads
 * to few files; more letters would make the list long, fewer lead to many files.
 */
final class Beginnings {

  /** In UTF-16 units. */
  private static final int LISTED = 5;

  private static final String NO_LETTER = "-";

  private final SortedMap<String, SortedSet<String>> rests = new TreeMap<>();

  /** Adds a word; one too short to be guessed is left out, as is one with rare signs. */
  void add(String word) {
    String first = word.substring(0, Math.min(LISTED, word.length()));
    if (first.length() < SearchCode.BEGINNING || first.chars().anyMatch(Beginnings::isHalf)) {
      return;
    }
    String padded = first + NO_LETTER.repeat(LISTED - first.length());
    rests
        .computeIfAbsent(padded.substring(0, SearchCode.BEGINNING), any -> new TreeSet<>())
        .add(padded.substring(SearchCode.BEGINNING));
  }

  /** A character of two units may not be cut in two. */
  private static boolean isHalf(int unit) {
    return Character.isSurrogate((char) unit);
  }

  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    rests.forEach(
        (first, following) -> lines.append(first).append(String.join("", following)).append('\n'));
    return lines.toString();
  }
}
