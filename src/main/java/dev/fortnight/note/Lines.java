package dev.fortnight.note;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class Lines {

  private final String text;
  private final int[] starts;

  Lines(String text) {
    this.text = text;
    int[] found = new int[64];
    int count = 1;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = end + 1;
    }
    this.starts = Arrays.copyOf(found, count);
  }

  /** The line of an offset, from 0. */
  int at(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** The offset that a line begins at; the end of the text for lines that it does not have. */
  int start(int line) {
    return line < starts.length ? starts[Math.max(0, line)] : text.length();
  }

  /** The offset behind the last sign before an offset that stands in a line and is no space. */
  int lastWrittenIn(int line, int end) {
    int last = Math.min(Math.min(end, start(line + 1)), text.length());
    while (last > start(line) && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }

  /** The last line between two offsets with something in it. */
  int lastWritten(int start, int end) {
    int last = Math.min(end, text.length()) - 1;
    while (last > start && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    return at(Math.max(start, last));
  }
}
