package dev.fortnight.note;

/**
 * Tells the lines of links. Links in Markdown bring theirs along; those in raw HTML are looked for
 * in the text, after the link before them.
 */
final class LinkLines {

  /** Looking for thousands of links that are written otherwise than they read must have an end. */
  private static final long LOOKS_PER_CHARACTER = 50;

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

  /** The line, from 0 in the text, that Markdown gave; from 1 in the file. */
  int stated(int line) {
    at = lines.start(line);
    return firstLine + lines.at(at);
  }

  /** The line in the file of a link in raw HTML; that of the link before where it isn't found. */
  int searched(String target) {
    if (looksLeft > 0) {
      int found = source.indexOf(target, at);
      looksLeft -= (found < 0 ? source.length() : found) - at;
      at = found < 0 ? at : found;
    }
    return firstLine + lines.at(at);
  }
}
