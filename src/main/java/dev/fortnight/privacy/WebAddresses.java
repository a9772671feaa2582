package dev.fortnight.privacy;

import java.util.ArrayList;
import java.util.List;

/** Finds addresses with a scheme and an authority, such as {@code https://example.org/a}. */
final class WebAddresses {

  private WebAddresses() {}

  /**
   * Their places, ends exclusive, in order.
   *
   * @param signs where "://" stands, in order
   */
  static List<int[]> in(String text, int[] signs) {
    List<int[]> found = new ArrayList<>();
    int behind = 0;
    for (int at : signs) {
      if (at < behind) {
        continue;
      }
      int start = at;
      while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
        start--;
      }
      int end = at;
      while (end < text.length() && !isEnd(text.charAt(end))) {
        end++;
      }
      found.add(new int[] {start, end});
      behind = end;
    }
    return found;
  }

  private static boolean isEnd(char c) {
    return switch (c) {
      case '<', '>', '"', '\'', '(', ')', '[', ']', '|', '{', '}' -> true;
      default -> c <= ' ';
    };
  }
}
