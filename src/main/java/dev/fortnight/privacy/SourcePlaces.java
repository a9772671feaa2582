package dev.fortnight.privacy;

import java.util.Arrays;

/** Notes where the characters of a folded text stand in its source. */
final class SourcePlaces implements FoldedText {

  private int[] starts;
  private int[] ends;
  private int length;

  SourcePlaces(int usual) {
    starts = new int[usual + 16];
    ends = new int[usual + 16];
  }

  @Override
  public int run(char[] source, int start, int end) {
    int at = start;
    while (at < end && Folding.isPlain(source[at])) {
      put(source[at], at, at + 1);
      at++;
    }
    return at;
  }

  @Override
  public void put(char c, int start, int end) {
    if (length == starts.length) {
      starts = Arrays.copyOf(starts, 2 * length);
      ends = Arrays.copyOf(ends, 2 * length);
    }
    starts[length] = start;
    ends[length++] = end;
  }

  /** Where in the source a character begins. */
  int start(int place) {
    return starts[place];
  }

  /** Where in the source a character ends. */
  int end(int place) {
    return ends[place];
  }
}
