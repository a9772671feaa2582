package dev.fortnight.cli;

/**
 * One line of a file.
 *
 * @param text without its line break and without a byte order mark
 * @param start where it begins in the file, in code points from 0
 */
record SourceLine(String text, int start) {

  boolean isBlank() {
    return text.isBlank();
  }

  int length() {
    return codePoints(text);
  }

  /** How many code points of white space it begins with. */
  int indentation() {
    return length() - codePoints(text.stripLeading());
  }

  /** Its length without the white space at its end. */
  int written() {
    return codePoints(text.stripTrailing());
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }
}
