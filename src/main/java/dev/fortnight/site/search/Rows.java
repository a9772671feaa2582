package dev.fortnight.site.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Files with a line for each page: its name, then the codes of what it has. All of a page stands
 * together, because an edit then changes one place of a file and not one for each word. A digit
 * before a name says how many letters are those of the name above it.
 */
final class Rows {

  private static final int SHARD = 32;
  private static final int WEIGHT = 2;
  private static final int MOST = 3;

  /** One digit says it. */
  private static final int MOST_SHARED = 9;

  private static final long NUMBERS = (1L << SHARD - WEIGHT) - 1;

  /** So many files are looked up in each page's; more are found faster by going through them. */
  private static final int FEW = 16;

  private final BitSet wanted;
  private final boolean isMany;
  private final File[] files;

  /**
   * @param wanted the numbers of the files that are made
   */
  Rows(BitSet wanted) {
    this.wanted = wanted;
    this.isMany = wanted.cardinality() > FEW;
    this.files = new File[wanted.length()];
  }

  /**
   * A word or a pair of a page, as one number.
   *
   * @param weight from 1 to 3; 1 is not written
   */
  static long entry(int hash, int weight) {
    return Integer.toUnsignedLong(hash) << WEIGHT | weight;
  }

  /**
   * Adds a page whose name comes after those of all that were added before.
   *
   * @param parts in the order of their files
   */
  void add(String id, Parts parts) {
    if (isMany) {
      for (int at = 0; at < parts.shards().length; at++) {
        if (wanted.get(parts.shards()[at])) {
          add(id, parts, at);
        }
      }
      return;
    }
    for (int shard = wanted.nextSetBit(0); shard >= 0; shard = wanted.nextSetBit(shard + 1)) {
      int at = Arrays.binarySearch(parts.shards(), shard);
      if (at >= 0) {
        add(id, parts, at);
      }
    }
  }

  private void add(String id, Parts parts, int at) {
    int shard = parts.shards()[at];
    if (files[shard] == null) {
      files[shard] = new File();
    }
    files[shard].add(id, parts.codes()[at]);
  }

  /** A file that is being written. */
  private static final class File {

    private final StringBuilder text = new StringBuilder();
    private String last = "";

    private void add(String id, String codes) {
      int shared = Math.min(MOST_SHARED, FrontCoding.shared(last, id));
      if (shared > 0) {
        text.append(shared);
      }
      text.append(id, shared, id.length()).append(codes).append('\n');
      last = id;
    }
  }

  /**
   * What a page adds to files. Arrays, because there are some hundred files for each page, which
   * are looked through for each file that is made.
   *
   * @param shards the numbers of the files, in order
   * @param codes what it adds to each
   */
  record Parts(int[] shards, String[] codes) {

    static final Parts NONE = new Parts(new int[0], new String[0]);

    /** Adds the numbers of the files to which one page adds something else than another. */
    void differing(Parts other, BitSet files) {
      int at = 0;
      int otherAt = 0;
      while (at < shards.length || otherAt < other.shards.length) {
        int shard = at < shards.length ? shards[at] : Integer.MAX_VALUE;
        int otherShard = otherAt < other.shards.length ? other.shards[otherAt] : Integer.MAX_VALUE;
        if (shard != otherShard || !codes[at].equals(other.codes[otherAt])) {
          files.set(Math.min(shard, otherShard));
        }
        at += shard <= otherShard ? 1 : 0;
        otherAt += otherShard <= shard ? 1 : 0;
      }
    }
  }

  /**
   * What a page adds to each file, whether it is made or not.
   *
   * @param entries what it has; the greatest weight of each counts
   * @param shards how many files there may be, a power of two
   */
  static Parts parts(LongStream entries, int shards, int codeLength) {
    IntStream.Builder files = IntStream.builder();
    List<String> parts = new ArrayList<>();
    StringBuilder codes = new StringBuilder();
    int open = -1;
    long before = -1;
    for (long term : terms(entries, shards, codeLength)) {
      int shard = (int) (term >>> SHARD);
      if (shard != open) {
        end(open, codes, files, parts);
        open = shard;
      }
      if (term >>> WEIGHT != before) {
        before = term >>> WEIGHT;
        SearchCode.appendCode(codes, (int) (before & NUMBERS), codeLength);
        long weight = MOST - (term & MOST);
        if (weight > 1) {
          codes.append(weight);
        }
      }
    }
    end(open, codes, files, parts);
    return new Parts(files.build().toArray(), parts.toArray(String[]::new));
  }

  private static void end(
      int shard, StringBuilder codes, IntStream.Builder files, List<String> parts) {
    if (shard >= 0) {
      files.add(shard);
      parts.add(codes.toString());
      codes.setLength(0);
    }
  }

  /** Of each entry its file, its code and its weight, the heaviest first, as one number. */
  private static long[] terms(LongStream entries, int shards, int codeLength) {
    int names = SearchCode.names(codeLength);
    long[] terms =
        entries
            .map(
                entry -> {
                  int hash = (int) (entry >>> WEIGHT);
                  long shard = SearchCode.shard(hash, shards);
                  long number = SearchCode.number(hash, names);
                  return shard << SHARD | number << WEIGHT | MOST - (entry & MOST);
                })
            .toArray();
    Arrays.sort(terms);
    return terms;
  }

  /** Hands out the finished files in the order of their numbers, and keeps none of them. */
  void drain(BiConsumer<Integer, String> taker) {
    for (int shard = 0; shard < files.length; shard++) {
      File file = files[shard];
      files[shard] = null;
      if (file != null) {
        taker.accept(shard, file.text.toString());
      }
    }
  }
}
