package dev.fortnight.site.search;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files with a line for each page: its name, then the codes of what it has. All of a page stands
 * together, because an edit then changes one place of a file and not one for each word.
 */
final class Rows {

  private static final int SHARD = 32;
  private static final int WEIGHT = 2;
  private static final int MOST = 3;
  private static final long NUMBERS = (1L << SHARD - WEIGHT) - 1;

  private final int shards;
  private final int codeLength;
  private final SortedMap<Integer, StringBuilder> files = new TreeMap<>();

  /**
   * @param shards how many files there may be, a power of two
   */
  Rows(int shards, int codeLength) {
    this.shards = shards;
    this.codeLength = codeLength;
  }

  /**
   * Adds a page.
   *
   * @param weights what it has, by hash; the weight 1 is not written
   */
  void add(String id, Map<Integer, Integer> weights) {
    StringBuilder row = null;
    int open = -1;
    long before = -1;
    for (long term : terms(weights)) {
      int shard = (int) (term >>> SHARD);
      if (shard != open) {
        end(row);
        row = files.computeIfAbsent(shard, any -> new StringBuilder()).append(id);
        open = shard;
      }
      if (term >>> WEIGHT != before) {
        before = term >>> WEIGHT;
        long weight = MOST - (term & MOST);
        row.append(SearchCode.code(before & NUMBERS, codeLength)).append(weight == 1 ? "" : weight);
      }
    }
    end(row);
  }

  private static void end(StringBuilder row) {
    if (row != null) {
      row.append('\n');
    }
  }

  /** Of each term its file, its code and its weight, the heaviest first, as one number. */
  private long[] terms(Map<Integer, Integer> weights) {
    long[] terms = new long[weights.size()];
    int next = 0;
    for (Map.Entry<Integer, Integer> term : weights.entrySet()) {
      long shard = SearchCode.shard(term.getKey(), shards);
      long number = SearchCode.number(term.getKey(), codeLength);
      terms[next++] = shard << SHARD | number << WEIGHT | MOST - term.getValue();
    }
    Arrays.sort(terms);
    return terms;
  }

  /** The finished files, by number. */
  SortedMap<Integer, String> files() {
    SortedMap<Integer, String> texts = new TreeMap<>();
    files.forEach((shard, text) -> texts.put(shard, text.toString()));
    return texts;
  }
}
