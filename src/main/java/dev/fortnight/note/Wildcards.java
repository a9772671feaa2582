package dev.fortnight.note;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Paths with {@code *} for any part of a name and {@code **} for any folders, compared in time that
 * grows with the lengths of both, whatever somebody writes.
 */
final class Wildcards {

  private Wildcards() {}

  /** Whether a pattern means a path or a folder that the path is in. */
  static boolean cover(String pattern, String path) {
    List<String> parts = Arrays.asList(pattern.split("/"));
    List<String> names = Arrays.asList(path.split("/"));
    for (int depth = names.size(); depth > 0; depth--) {
      if (matches(parts, names.subList(0, depth), "**", Wildcards::isName)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(String part, String name) {
    return matches(letters(part), letters(name), "*", String::equals);
  }

  private static List<String> letters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  /** Goes back to the last star only, which is enough, as each star takes as little as it can. */
  private static boolean matches(
      List<String> pattern, List<String> text, String star, BiPredicate<String, String> isOne) {
    int at = 0;
    int lastStar = -1;
    int resume = 0;
    int position = 0;
    while (position < text.size()) {
      if (at < pattern.size() && pattern.get(at).equals(star)) {
        lastStar = at++;
        resume = position;
      } else if (at < pattern.size() && isOne.test(pattern.get(at), text.get(position))) {
        at++;
        position++;
      } else if (lastStar >= 0) {
        at = lastStar + 1;
        position = ++resume;
      } else {
        return false;
      }
    }
    return pattern.subList(at, pattern.size()).stream().allMatch(star::equals);
  }
}
