package dev.fortnight.site.search;

import java.util.SortedSet;

/**
 * Words written short: a digit to base 36 says how many letters are those of the word before, then
 * come the others. A line has a stem, compared with that of the line before, and its forms, each
 * compared with the stem. That also keeps words of several pages from standing beside each other as
 * if they were somebody's name.
 */
final class FrontCoding {

  private static final int MOST_SHARED = 35;

  private final StringBuilder text = new StringBuilder();
  private String last = "";

  /** Adds a stem that comes after those added before. */
  void add(String stem, SortedSet<String> forms) {
    text.append(coded(last, stem));
    forms.forEach(form -> text.append(' ').append(coded(stem, form)));
    text.append('\n');
    last = stem;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String coded(String before, String word) {
    int shared = Math.min(MOST_SHARED, shared(before, word));
    return Character.forDigit(shared, 36) + word.substring(shared);
  }

  /** How many letters two words begin with are the same. */
  static int shared(String before, String word) {
    int shared = 0;
    while (shared < Math.min(before.length(), word.length())
        && before.charAt(shared) == word.charAt(shared)) {
      shared++;
    }
    return shared;
  }
}
