package dev.fortnight.site;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts of a long text, for what needs several times the memory of what it looks at. They begin and
 * end at white space, where there is any, and overlap: what is shorter than the overlap stands
 * whole in one of them.
 */
final class TextParts {

  /** In UTF-16 units. */
  private static final int SIZE = 1 << 20;

  /**
   * Far more than what points to a person is long, with the words around it that decide, and as
   * much as a tag can be long, which stand in feeds.
   */
  private static final int OVERLAP = 1 << 13;

  private TextParts() {}

  static List<Span> of(String text) {
    return of(text, SIZE, OVERLAP);
  }

  /**
   * Where a part is.
   *
   * @param end exclusive
   */
  record Span(int start, int end) {

    String of(String text) {
      return text.substring(start, end);
    }
  }

  /**
   * @param size the most that a part has, over four times the overlap
   */
  static List<Span> of(String text, int size, int overlap) {
    List<Span> parts = new ArrayList<>();
    int start = 0;
    while (text.length() - start > size) {
      int end = edge(text, start + size, overlap);
      parts.add(new Span(start, end));
      start = edge(text, end - overlap, overlap);
    }
    parts.add(new Span(start, text.length()));
    return parts;
  }

  /**
   * The parts of a text that are to be looked at, if another was looked at: what differs, with as
   * much before and behind it as may decide about it.
   */
  static List<Span> differing(String text, String seen) {
    return differing(text, seen, SIZE, OVERLAP);
  }

  static List<Span> differing(String text, String seen, int size, int overlap) {
    int shorter = Math.min(text.length(), seen.length());
    int same = 0;
    while (same < shorter && text.charAt(same) == seen.charAt(same)) {
      same++;
    }
    int sameAtEnd = 0;
    while (sameAtEnd < shorter - same
        && text.charAt(text.length() - 1 - sameAtEnd)
            == seen.charAt(seen.length() - 1 - sameAtEnd)) {
      sameAtEnd++;
    }
    int start = edge(text, Math.max(0, same - overlap), overlap);
    int end = Math.min(text.length(), text.length() - sameAtEnd + overlap);
    return of(text.substring(start, end), size, overlap).stream()
        .map(part -> new Span(start + part.start(), start + part.end()))
        .toList();
  }

  /** Behind the last white space before a place; the place itself where a word is endless. */
  private static int edge(String text, int place, int most) {
    for (int at = place; at > Math.max(0, place - most); at--) {
      if (Character.isWhitespace(text.charAt(at - 1))) {
        return at;
      }
    }
    return place;
  }
}
