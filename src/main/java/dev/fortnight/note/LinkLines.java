package dev.fortnight.note;

import dev.fortnight.problem.SourceLocation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the places of links and headings. Those in Markdown bring theirs along; those in raw HTML
 * are looked for in the text, after the one before them.
 */
final class LinkLines {

  /** Looking for thousands of links that are written otherwise than they read must have an end. */
  private static final long LOOKS_PER_CHARACTER = 50;

  static final Pattern STATEMENT = Pattern.compile("([0-9]{1,7})-([0-9]{1,7})");

  private final String source;
  private final Lines lines;
  private final int firstLine;
  private long looksLeft;
  private int at;

  /**
   * @param firstLine the line of the file that the text begins at
   */
  LinkLines(String source, int firstLine) {
    this.source = source;
    this.lines = new Lines(source);
    this.firstLine = firstLine;
    this.looksLeft = LOOKS_PER_CHARACTER * source.length();
  }

  /** A place as Markdown hands it to {@link #found}. */
  static String statement(int start, int end) {
    return start + "-" + end;
  }

  /**
   * The place in the file that Markdown gave, or that raw HTML says it has; the place of a text
   * that is looked for where there is none.
   */
  TextPlace found(Optional<String> statement, String target) {
    return statement
        .map(STATEMENT::matcher)
        .filter(Matcher::matches)
        .map(found -> stated(number(found.group(1)), number(found.group(2))))
        .orElseGet(() -> searched(target));
  }

  private int number(String digits) {
    return Math.min(Integer.parseInt(digits), source.length());
  }

  private TextPlace stated(int start, int end) {
    at = start;
    return place(start, Math.max(start, end));
  }

  /** The place in the file of a link in raw HTML; the line of the one before if it isn't found. */
  private TextPlace searched(String target) {
    if (looksLeft > 0) {
      int found = source.indexOf(target, at);
      looksLeft -= (found < 0 ? source.length() : found) - at;
      if (found >= 0) {
        at = found;
        return place(found, found + target.length());
      }
    }
    return new TextPlace(firstLine + lines.at(at), Optional.empty());
  }

  /** The place of two offsets, as far as it stands in one line. */
  TextPlace place(int start, int end) {
    int line = lines.at(start);
    int from = lines.start(line);
    int to = Math.max(start, lines.lastWrittenIn(line, end));
    return new TextPlace(
        firstLine + line,
        Optional.of(
            new SourceLocation.Columns(
                source.codePointCount(from, start) + 1, source.codePointCount(from, to) + 1)));
  }
}
