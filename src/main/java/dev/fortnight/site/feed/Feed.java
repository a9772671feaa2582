package dev.fortnight.site.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a feed says, whatever its format.
 *
 * @param id an address that never changes, whichever tree the feed stands in
 * @param home the absolute address of the page that it follows
 * @param begun when there was nothing in it yet
 * @param entries newest first, whole
 */
public record Feed(
    String id,
    String title,
    String home,
    String language,
    String author,
    Instant begun,
    List<Entry> entries) {

  /**
   * What happened, in full.
   *
   * @param id an address that never changes, whichever tree the feed stands in
   * @param address where it can be read
   * @param news by when it has its place among the others
   * @param kind a word for what it is, such as {@code finding}
   * @param html safe, its links absolute
   */
  public record Entry(
      String id,
      String address,
      String title,
      String kind,
      Instant news,
      Instant published,
      Instant updated,
      String html) {}

  /** When it last said something new. */
  Instant updated() {
    return entries.stream().map(Entry::updated).max(Comparator.naturalOrder()).orElse(begun);
  }
}
