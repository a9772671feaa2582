package dev.fortnight.site.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    add(id, parts(weights));
  }

  /** Adds a page whose codes were made before. */
  void add(String id, List<Part> parts) {
    for (Part part : parts) {
      files
          .computeIfAbsent(part.shard(), any -> new StringBuilder())
          .append(id)
          .append(part.codes())
          .append('\n');
    }
  }

  /** What a page adds to one file. */
  record Part(int shard, String codes) {}

  /** What a page adds to each file, in their order. */
  List<Part> parts(Map<Integer, Integer> weights) {
    List<Part> parts = new ArrayList<>();
    StringBuilder codes = new StringBuilder();
    int open = -1;
    long before = -1;
    for (long term : terms(weights)) {
      int shard = (int) (term >>> SHARD);
      if (shard != open) {
        end(open, codes, parts);
        open = shard;
      }
      if (term >>> WEIGHT != before) {
        before = term >>> WEIGHT;
        long weight = MOST - (term & MOST);
        codes
            .append(SearchCode.code(before & NUMBERS, codeLength))
            .append(weight == 1 ? "" : weight);
      }
    }
    end(open, codes, parts);
    return parts;
  }

  private static void end(int shard, StringBuilder codes, List<Part> parts) {
    if (shard >= 0) {
      parts.add(new Part(shard, codes.toString()));
      codes.setLength(0);
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
