package dev.fortnight.site.search;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Words written short: a digit to base 36 says how many letters are those of the word before, then
 * come the others. A line has a stem, compared with that of the line before, and its forms, each
 * compared with the stem. That also keeps words of several pages from standing beside each other as
 * if they were somebody's name.
 */
final class FrontCoding {

  private static final int MOST_SHARED = 35;

  private FrontCoding() {}

  static String of(SortedMap<String, ? extends SortedSet<String>> stems) {
    StringBuilder text = new StringBuilder();
    String before = "";
    for (Map.Entry<String, ? extends SortedSet<String>> stem : stems.entrySet()) {
      text.append(coded(before, stem.getKey()));
      stem.getValue().forEach(form -> text.append(' ').append(coded(stem.getKey(), form)));
      text.append('\n');
      before = stem.getKey();
    }
    return text.toString();
  }

  private static String coded(String before, String word) {
    int shared = 0;
    while (shared < Math.min(MOST_SHARED, Math.min(before.length(), word.length()))
        && before.charAt(shared) == word.charAt(shared)) {
      shared++;
    }
    return Character.forDigit(shared, 36) + word.substring(shared);
  }
}
