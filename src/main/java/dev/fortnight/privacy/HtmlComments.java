package dev.fortnight.privacy;

/** Finds where comments of HTML end, each end looked for once however many begin. */
final class HtmlComments {

  private final String source;
  private int soughtAt = Integer.MAX_VALUE;
  private int end;

  HtmlComments(String source) {
    this.source = source;
  }

  /** The end of what stands in a comment; a large number where nothing closes it. */
  int end(int start) {
    if (end < start || soughtAt > start) {
      int found = source.indexOf("-->", start);
      end = found < 0 ? Integer.MAX_VALUE : found;
      soughtAt = start;
    }
    return end;
  }
}
