package dev.fortnight.cli;

import java.util.stream.IntStream;

/**
 * A source line as a terminal shows it, and the carets that stand under the place.
 *
 * @param text cut around the place where it is long
 */
record Excerpt(String text, String carets) {

  /** What fits beside an indentation on a terminal of 80 columns. */
  private static final int LONGEST = 72;

  private static final String CUT = "…";

  static Excerpt of(SourceLine line, Extent extent) {
    int[] codePoints = Visible.text(line.text()).codePoints().toArray();
    int place = extent.column() - 1;
    int from = from(codePoints.length, place, extent.length());
    int to = Math.min(codePoints.length, from + LONGEST);
    String before = from > 0 ? CUT : "";
    String after = to < codePoints.length ? CUT : "";
    int end = Math.min(to, place + extent.length());
    int marked = Math.max(1, cells(codePoints, place, end));
    return new Excerpt(
        before + new String(codePoints, from, to - from) + after,
        " ".repeat(before.length() + cells(codePoints, from, place)) + "^".repeat(marked));
  }

  /** Where to begin, so that the place and some of what stands before it can be seen. */
  private static int from(int length, int place, int span) {
    if (length <= LONGEST || place + Math.min(span, LONGEST / 2) <= LONGEST) {
      return 0;
    }
    return Math.min(place - LONGEST / 3, length - LONGEST);
  }

  private static int cells(int[] codePoints, int from, int to) {
    return IntStream.range(from, to).map(i -> Visible.cells(codePoints[i])).sum();
  }
}
