package dev.fortnight.site.search;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which files of an index are made, by number; the others are those of the index before.
 *
 * @param words files of words
 * @param pairs files of pairs
 * @param pages files of what results say
 */
record IndexChange(BitSet words, BitSet pairs, BitSet pages) {

  /**
   * @param shards how many files of words there may be
   */
  static IndexChange everything(int shards) {
    IndexChange change = new IndexChange(new BitSet(), new BitSet(), new BitSet());
    change.words().set(0, shards);
    change.pairs().set(0, SearchIndex.pairShards(shards));
    change.pages().set(0, shards);
    return change;
  }

  /**
   * What other pages and words change.
   *
   * @param lines in the order of their names
   * @param shards as many as the index before had
   */
  static IndexChange between(
      MadeIndex made, List<IndexLines> lines, IndexedStems stems, int shards) {
    IndexChange change = new IndexChange(new BitSet(), new BitSet(), new BitSet());
    int before = 0;
    int now = 0;
    while (before < made.lines().size() || now < lines.size()) {
      IndexLines earlier = before < made.lines().size() ? made.lines().get(before) : null;
      IndexLines later = now < lines.size() ? lines.get(now) : null;
      int order = earlier == later ? 0 : order(earlier, later);
      if (earlier != later) {
        change.add(order <= 0 ? earlier : null, order >= 0 ? later : null, shards);
      }
      before += order <= 0 ? 1 : 0;
      now += order >= 0 ? 1 : 0;
    }
    for (int file = 0; file < shards; file++) {
      if (!stems.in(file).equals(made.stems().in(file))) {
        change.words().set(file);
      }
    }
    return change;
  }

  /** By name; what is not there comes last. */
  private static int order(IndexLines earlier, IndexLines later) {
    if (earlier == null || later == null) {
      return earlier == null ? 1 : -1;
    }
    return earlier.id().compareTo(later.id());
  }

  /** Adds what a page changes that came, went or says something else. */
  private void add(IndexLines earlier, IndexLines later, int shards) {
    IndexLines before = earlier == null ? IndexLines.none(later.id()) : earlier;
    IndexLines now = later == null ? IndexLines.none(earlier.id()) : later;
    before.words().differing(now.words(), words);
    before.pairs().differing(now.pairs(), pairs);
    if (!before.result().equals(now.result())) {
      pages.set(IndexText.pagesOf(now.id(), shards));
    }
  }

  /** Those files of the index before that are not made. */
  SortedMap<String, byte[]> unchanged(Map<String, byte[]> files) {
    SortedMap<String, byte[]> unchanged = new TreeMap<>(files);
    words.stream().mapToObj(IndexText::words).forEach(unchanged::remove);
    pairs.stream().mapToObj(IndexText::pairs).forEach(unchanged::remove);
    pages.stream().mapToObj(IndexText::pages).forEach(unchanged::remove);
    unchanged.remove(IndexText.BEGINNINGS);
    return unchanged;
  }
}
