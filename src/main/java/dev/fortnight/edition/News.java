package dev.fortnight.edition;

import java.util.List;
import java.util.Optional;

/**
 * What an edition has to tell those who were not there, as plain text. Only what has a page in it
 * is spoken of, and what is gone.
 *
 * @param learned what the team changed its mind about, most important first
 * @param found findings that are new or were changed, by the assumptions that they speak of
 * @param changed other notes and tables that are new or were changed
 * @param gone titles of what the edition before had
 * @param topics that are new, closed, or asked otherwise than before
 * @param sessions that have a page for the first time
 */
public record News(
    List<String> learned,
    List<Found> found,
    List<Entry> changed,
    List<String> gone,
    List<Move> topics,
    List<Entry> sessions) {

  /**
   * Something with a page.
   *
   * @param address of the page, from the root of the edition
   */
  public record Entry(String title, String address) {}

  /**
   * Findings on one assumption.
   *
   * @param assumption empty for findings that speak of none
   * @param state where the assumption stands, in words; empty without one
   */
  public record Found(Optional<Entry> assumption, String state, List<Entry> findings) {}

  /** A topic and what happened to it. */
  public record Move(Entry topic, Kind kind) {

    /** What can happen to a topic from one edition to the next. */
    public enum Kind {
      NEW,
      CLOSED,
      CHANGED
    }
  }
}
