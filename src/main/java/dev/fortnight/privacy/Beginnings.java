package dev.fortnight.privacy;

import java.util.regex.Matcher;

/**
 * Remembers in which ways a text can go on where something in a form begins, by four characters.
 * Most numbers are none of most forms, which these tell, and few of them are unlike each other.
 */
final class Beginnings {

  private static final int UNKNOWN = -1;
  private static final int LENGTH = 4;
  private static final int BITS = 7;
  private static final int SLOTS = 1 << 10;
  private static final byte YES = 1;
  private static final byte NO = 2;

  /** Each entry is a pure function of what it says of which beginning it is. */
  private final int[] known = new int[SLOTS];

  /** For each character whether something in the form begins with it; 0 where nobody asked. */
  private final byte[] firsts = new byte[1 << BITS];

  /** Four characters as a number; a negative one where they are not there or not of ASCII. */
  static int of(String text, int start) {
    if (start + LENGTH > text.length()) {
      return UNKNOWN;
    }
    int beginning = 0;
    for (int at = start; at < start + LENGTH; at++) {
      char c = text.charAt(at);
      if (c >= 1 << BITS) {
        return UNKNOWN;
      }
      beginning = beginning << BITS | c;
    }
    return beginning;
  }

  private static int slot(int beginning) {
    return beginning * 0x9e3779b1 >>> 22;
  }

  /** Whether nothing in the form begins so, as far as is known yet. */
  boolean isHopeless(int beginning) {
    return known[slot(beginning)] == beginning << 1;
  }

  /** Codes are all unlike each other, and what they begin with tells of most. */
  private boolean isFirst(int character, int start, Matcher matcher) {
    if (firsts[character] == 0) {
      firsts[character] = goesOn(start, 1, matcher) ? YES : NO;
    }
    return firsts[character] == YES;
  }

  private static boolean goesOn(int start, int length, Matcher matcher) {
    matcher.useTransparentBounds(false).region(start, start + length);
    boolean goesOn = matcher.lookingAt() || matcher.hitEnd();
    matcher.useTransparentBounds(true);
    return goesOn;
  }

  /**
   * @param beginning what stands at the place, see {@link #of}
   * @param matcher of the form
   */
  boolean isPossible(int beginning, int start, Matcher matcher) {
    if (beginning < 0) {
      return true;
    }
    int entry = known[slot(beginning)];
    if (entry >>> 1 != beginning) {
      boolean isPossible =
          isFirst(beginning >>> BITS * (LENGTH - 1), start, matcher)
              && goesOn(start, LENGTH, matcher);
      entry = beginning << 1 | (isPossible ? 1 : 0);
      known[slot(beginning)] = entry;
    }
    return (entry & 1) != 0;
  }
}
