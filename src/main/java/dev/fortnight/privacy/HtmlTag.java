package dev.fortnight.privacy;

import java.util.Locale;
import java.util.Set;

/**
 * A tag of HTML in a text.
 *
 * @param element in lower case
 * @param name where its name begins
 * @param afterName where that ends
 * @param close the place of the bracket that closes the tag
 */
record HtmlTag(String element, int name, int afterName, int close) {

  /** Tags inside a word; all others end it. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
          "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
          "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

  /** Tags between a label and what it is for; all others but a line's end begin a paragraph. */
  private static final Set<String> CELLS = Set.of("td", "th", "tr", "dt", "dd");

  /** What is longer is no tag that anybody writes, and looking for its end takes long. */
  private static final int LONGEST = 8 * 1024;

  /**
   * @param source the characters of the text; an array, as strings are read more slowly
   * @param at the place of the bracket that opens it
   * @param end where the text ends
   * @return null where it opens none: most brackets do not, and there may be thousands
   */
  static HtmlTag at(char[] source, int at, int end) {
    int name = at + 1 < end && source[at + 1] == '/' ? at + 2 : at + 1;
    int afterName = name;
    while (afterName < end && Character.isLetterOrDigit(source[afterName])) {
      afterName++;
    }
    int close = afterName == name ? -1 : close(source, afterName, Math.min(end, at + LONGEST));
    if (close < 0) {
      return null;
    }
    String element = new String(source, name, afterName - name).toLowerCase(Locale.ROOT);
    return new HtmlTag(element, name, afterName, close);
  }

  private static int close(char[] source, int afterName, int end) {
    if (afterName >= end || " \t\n/>".indexOf(source[afterName]) < 0) {
      return -1;
    }
    char quote = 0;
    for (int at = afterName; at < end; at++) {
      char c = source[at];
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return at;
      } else if (c == '<') {
        return -1;
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
    }
    return -1;
  }

  boolean isInline() {
    return INLINE.contains(element);
  }

  boolean hasAttributes() {
    return afterName < close;
  }

  /** Where that begins which is read apart: attributes say nothing inside a word. */
  int aside() {
    return isInline() ? afterName : name;
  }

  /** What it puts between the text before it and the text behind it. */
  String separator() {
    if (isInline()) {
      return "";
    }
    return CELLS.contains(element) ? "|" : element.equals("br") ? "\n" : "\n\n";
  }
}
