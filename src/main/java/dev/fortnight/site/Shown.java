package dev.fortnight.site;

/** What of the research a page shows, beside what all pages do. */
sealed interface Shown {

  /**
   * The text of one note, and what others show of notes; it leads to each of those whose title or
   * description it shows.
   */
  record Text(String path) implements Shown {}

  /** What others show of notes; it leads to each of those. */
  record Lists() implements Shown {}

  /** More than that, such as the time. */
  record Anything() implements Shown {}
}
