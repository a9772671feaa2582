package dev.fortnight.note;

/**
 * A heading in a note's text.
 *
 * @param level from 1 to 6, as written
 */
public record Heading(int level, TextPlace place) {

  /** In the file, from 1. */
  public int line() {
    return place.line();
  }
}
