package dev.fortnight.note;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes kramdown's comments out of a text, those that begin and end with a line of their own. What
 * a comment holds stays in the file, where personal data is searched for.
 */
final class KramdownComments {

  private static final Pattern LINE =
      Pattern.compile(
          "^ {0,3}(?:(?<fence>`{3,}|~{3,})(?<info>.*)|(?<opening>\\{::comment\\})[ \\t]*"
              + "|(?<closing>\\{:/(?:comment)?\\})[ \\t]*)$",
          Pattern.MULTILINE);

  private KramdownComments() {}

  /** The text with spaces in place of comments, so that all else keeps its place. */
  static String blanked(String text) {
    if (!text.contains("{::comment}")) {
      return text;
    }
    StringBuilder blanked = new StringBuilder(text);
    Matcher line = LINE.matcher(text);
    String fence = "";
    int start = -1;
    while (line.find()) {
      String marks = line.group("fence");
      if (start >= 0) {
        if (line.group("closing") != null) {
          blank(blanked, start, line.end());
          start = -1;
        }
      } else if (marks != null && fence.isEmpty()) {
        fence = marks;
      } else if (marks != null && marks.startsWith(fence) && line.group("info").isBlank()) {
        fence = "";
      } else if (fence.isEmpty() && line.group("opening") != null) {
        start = line.start();
      }
    }
    return blanked.toString();
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) != '\n') {
        text.setCharAt(at, ' ');
      }
    }
  }
}
