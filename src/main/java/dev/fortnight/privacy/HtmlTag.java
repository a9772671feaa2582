package dev.fortnight.privacy;

/**
 * A tag of HTML in a text.
 *
 * @param name where its name begins
 * @param afterName where that ends
 * @param close the place of the bracket that closes the tag
 */
record HtmlTag(HtmlElement element, int name, int afterName, int close) {

  /** What is longer is no tag that anybody writes, and looking for its end takes long. */
  static final int LONGEST = 8 * 1024;

  /**
   * @param source the characters of the text; an array, as strings are read more slowly
   * @param at the place of the bracket that opens it
   * @param end where the text ends
   * @return null where it opens none: most brackets do not, and there may be thousands
   */
  static HtmlTag at(char[] source, int at, int end) {
    int name = at + 1 < end && source[at + 1] == '/' ? at + 2 : at + 1;
    int afterName = name;
    while (afterName < end && isOfName(source[afterName])) {
      afterName++;
    }
    int close = afterName == name ? -1 : close(source, afterName, Math.min(end, at + LONGEST));
    if (close < 0) {
      return null;
    }
    return new HtmlTag(HtmlElement.named(source, name, afterName), name, afterName, close);
  }

  private static boolean isOfName(char c) {
    return c < 128
        ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
        : Character.isLetterOrDigit(c);
  }

  private static int close(char[] source, int afterName, int end) {
    if (afterName >= end || !endsName(source[afterName])) {
      return -1;
    }
    for (int at = afterName; at < end; at++) {
      char c = source[at];
      if (c == '>') {
        return at;
      }
      if (c == '<') {
        return -1;
      }
      if (c == '"' || c == '\'') {
        at = endOfQuotation(source, at + 1, end, c);
      }
    }
    return -1;
  }

  private static boolean endsName(char c) {
    return c == '>' || c == ' ' || c == '\n' || c == '\t' || c == '/';
  }

  private static int endOfQuotation(char[] source, int start, int end, char quote) {
    int at = start;
    while (at < end && source[at] != quote) {
      at++;
    }
    return at;
  }

  boolean hasAttributes() {
    return afterName < close;
  }

  /** Where that begins which is read apart: attributes say nothing inside a word. */
  int aside() {
    return element.isInline() ? afterName : name;
  }
}
