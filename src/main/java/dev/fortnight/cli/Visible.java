package dev.fortnight.cli;

import java.util.regex.Pattern;

/** Makes untrusted text safe to print: nothing in it can drive the terminal. */
final class Visible {

  private static final Pattern DRIVING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

  private Visible() {}

  /** The text with a dot in the place of each control character. */
  static String text(String untrusted) {
    return DRIVING.matcher(untrusted).replaceAll("·");
  }

  /** How many cells of a terminal a code point takes. */
  static int cells(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean isWide =
        codePoint >= 0x1100 && codePoint <= 0x115f
            || codePoint >= 0x2e80 && codePoint <= 0xa4cf
            || codePoint >= 0xac00 && codePoint <= 0xd7a3
            || codePoint >= 0xf900 && codePoint <= 0xfaff
            || codePoint >= 0xfe30 && codePoint <= 0xfe6f
            || codePoint >= 0xff00 && codePoint <= 0xff60
            || codePoint >= 0xffe0 && codePoint <= 0xffe6
            || codePoint >= 0x1f300 && codePoint <= 0x1faff
            || codePoint >= 0x20000 && codePoint <= 0x3fffd;
    return isWide ? 2 : 1;
  }
}
