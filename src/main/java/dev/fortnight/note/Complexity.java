package dev.fortnight.note;

/**
 * Tells texts that a parser cannot be let near: nested so deeply that its stack would overflow, or
 * repeating what takes it time that grows with the square of the count and that {@link
 * BudgetedText} cannot see. The same texts are refused on every machine.
 *
 * <p>Measured with flexmark 0.64.8: a thousand quotation marks or 4 KB of stars overflow the stack;
 * 43,000 table rows take 93 s, 87,000 link targets 39 s, 87,000 backslashes 13 s, 43,000 footnote
 * references 7 s, 65,000 times three tildes and 43,000 lines of signs in one paragraph minutes. The
 * limits keep each below a second and are far above what honest notes have.
 */
final class Complexity {

  private static final int DEEPEST = 50;
  private static final int WIDEST = 8 * DEEPEST;
  private static final int LONGEST_RUN = 300;
  private static final int MOST_LINES = 3_000;
  private static final int MOST_ITEMS = 5_000;
  private static final int MOST_BRACKETS = 10_000;
  private static final int MOST_STARS = 20_000;
  private static final int MOST_LINKS = 5_000;
  private static final int MOST_FOOTNOTES = 5_000;
  private static final int MOST_BACKSLASHES = 20_000;

  private Complexity() {}

  static boolean isTooHigh(String text) {
    return isTooDeep(text)
        || hasLongRun(text)
        || hasLongBlock(text)
        || hasManyItems(text)
        || hasMore(MOST_LINKS, "](", text)
        || hasMore(MOST_LINKS, "@", text)
        || hasMore(MOST_BRACKETS, "]", text)
        || hasMore(MOST_STARS, "*", text)
        || hasMore(MOST_STARS, "~", text)
        || hasMore(MOST_ITEMS, "\n\n    ", text)
        || hasMore(MOST_ITEMS, "\n\n\t", text)
        || hasMore(MOST_LINKS, "://", text)
        || hasMore(MOST_FOOTNOTES, "[^", text)
        || hasMore(MOST_BACKSLASHES, "\\", text);
  }

  /** Most notes are too short to need counting. */
  private static boolean hasMore(int most, String part, String text) {
    if (text.length() / part.length() <= most) {
      return false;
    }
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count > most;
  }

  /** Counts what opens a block at the beginning of each line. */
  private static boolean isTooDeep(String text) {
    int markers = 0;
    int columns = 0;
    boolean atStart = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        markers = 0;
        columns = 0;
        atStart = true;
      } else if (atStart) {
        boolean isAlone = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
        boolean isMarker = c == '>' || "*-+:.)".indexOf(c) >= 0 && isAlone;
        columns++;
        markers += isMarker ? 1 : 0;
        atStart = isMarker || c == ' ' || c == '\t' || Character.isDigit(c);
      }
      if (markers > DEEPEST || markers > 0 && columns > WIDEST) {
        return true;
      }
      if (!atStart) {
        int line = text.indexOf('\n', i + 1);
        i = line < 0 ? text.length() : line - 1;
      }
    }
    return false;
  }

  private static boolean hasLongRun(String text) {
    int run = 0;
    char before = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean goesOn = c == before && (c == '*' || c == '_' || c == '~');
      run = goesOn ? run + 1 : 1;
      if (run > LONGEST_RUN) {
        return true;
      }
      before = c;
    }
    return false;
  }

  /**
   * Counts lines without an empty one between them: rows of a table, and those of a paragraph,
   * which flexmark puts together anew before each line that could make a heading of it.
   */
  private static boolean hasLongBlock(String text) {
    if (text.length() <= MOST_LINES) {
      return false;
    }
    int lines = 0;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      lines = isBlank(text, start, end) ? 0 : lines + 1;
      if (lines > MOST_LINES) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  /**
   * Counts items of lists, since whether one is tight, flexmark asks each item of it for all
   * others; and headings, each of which takes its own share of ids, places and warnings.
   */
  private static boolean hasManyItems(String text) {
    if (text.length() <= MOST_ITEMS) {
      return false;
    }
    int items = 0;
    int start = 0;
    while (start < text.length()) {
      int at = start;
      while (at < text.length() && " \t>".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      items += at < text.length() && "-*+:#=0123456789".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
      if (items > MOST_ITEMS) {
        return true;
      }
      int end = text.indexOf('\n', at);
      start = end < 0 ? text.length() : end + 1;
    }
    return false;
  }

  private static boolean isBlank(String text, int start, int end) {
    int at = start;
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at == end;
  }
}
