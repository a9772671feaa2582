package dev.fortnight.site;

/** What of the research a page shows, beside what all pages do. */
sealed interface Shown {

  /**
   * The text of one note, and of all notes what others show of them, see {@link
   * dev.fortnight.check.CheckedResearch#textsChangedSince}.
   */
  record Text(String path) implements Shown {}

  /** Of all notes what others show of them. */
  record Lists() implements Shown {}

  /** More than that, such as the time. */
  record Anything() implements Shown {}
}
