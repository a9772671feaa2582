package dev.fortnight.privacy;

import java.util.ArrayList;
import java.util.List;

/** Finds the code in a text of Markdown, inline and fenced, while it is read from its start. */
final class CodeSpans {

  private static final int FENCE = 3;

  private final String source;
  private final List<int[]> spans = new ArrayList<>();
  private final boolean[] isUnmatched = new boolean[64];
  private int end;
  private boolean isOpen;
  private int paragraphEnd = -1;

  CodeSpans(String source) {
    this.source = source;
  }

  /** Takes code that a tag marks, from behind the tag to the one that closes it. */
  void tag(int start) {
    if (start < end || isOpen) {
      return;
    }
    int stop = source.indexOf("</code", start);
    isOpen = stop < 0;
    if (stop > start) {
      spans.add(new int[] {start, stop});
      end = stop;
    }
  }

  /** Takes a run of backticks; gives the place behind it. */
  int pass(int at, int limit) {
    int after = at;
    while (after < limit && source.charAt(after) == '`') {
      after++;
    }
    int run = Math.min(after - at, isUnmatched.length - 1);
    if (at >= end && !isUnmatched[run]) {
      int close = closing(after, after - at, limit);
      isUnmatched[run] = close < 0 && run >= FENCE;
      if (close >= 0) {
        spans.add(new int[] {after, close});
        end = close + (after - at);
      }
    }
    return after;
  }

  /** Code in a line does not go beyond its paragraph; a fence does. */
  private int closing(int start, int run, int most) {
    int limit = run < FENCE ? Math.min(most, endOfParagraph(start)) : most;
    int at = source.indexOf('`', start);
    while (at >= 0 && at < limit) {
      int after = at;
      while (after < limit && source.charAt(after) == '`') {
        after++;
      }
      if (after - at == run) {
        return at;
      }
      at = source.indexOf('`', after);
    }
    return -1;
  }

  private int endOfParagraph(int start) {
    if (paragraphEnd < start) {
      int blank = source.indexOf("\n\n", start);
      paragraphEnd = blank < 0 ? source.length() : blank;
    }
    return paragraphEnd;
  }

  /** Whether a place that has been read is in the newest of them. */
  boolean covers(int at) {
    return at < end;
  }

  /** In UTF-16 units of the source, ends exclusive, in order. */
  List<int[]> spans() {
    return spans;
  }
}
