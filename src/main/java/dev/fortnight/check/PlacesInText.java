package dev.fortnight.check;

import dev.fortnight.problem.SourceLocation;

/** Finds the line and the columns of a place in a text. */
public final class PlacesInText {

  private final String file;
  private final String text;
  private int line = 1;
  private int lineStart;
  private int at;

  /**
   * @param text lines ending in a line feed
   */
  public PlacesInText(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * What stands on several lines is placed on its first. Places are asked for in their order.
   *
   * @param start in UTF-16 units
   * @param end exclusive
   */
  public SourceLocation of(int start, int end) {
    if (start < at) {
      at = 0;
      line = 1;
      lineStart = 0;
    }
    for (; at < start; at++) {
      if (text.charAt(at) == '\n') {
        line++;
        lineStart = at + 1;
      }
    }
    int lineEnd = text.indexOf('\n', start);
    int stop = lineEnd < 0 ? end : Math.min(end, lineEnd);
    int first = 1 + text.codePointCount(lineStart, start);
    return SourceLocation.columns(file, line, first, first + text.codePointCount(start, stop));
  }
}
