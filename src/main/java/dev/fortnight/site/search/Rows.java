package dev.fortnight.site.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
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

  private static final Comparator<Part> BY_SHARD = Comparator.comparingInt(Part::shard);

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
  void add(String id, List<Part> parts) {
    if (isMany) {
      parts.stream().filter(part -> wanted.get(part.shard())).forEach(part -> add(id, part));
      return;
    }
    for (int shard = wanted.nextSetBit(0); shard >= 0; shard = wanted.nextSetBit(shard + 1)) {
      int at = Collections.binarySearch(parts, new Part(shard, ""), BY_SHARD);
      if (at >= 0) {
        add(id, parts.get(at));
      }
    }
  }

  private void add(String id, Part part) {
    if (files[part.shard()] == null) {
      files[part.shard()] = new File();
    }
    files[part.shard()].add(id, part);
  }

  /** A file that is being written. */
  private static final class File {

    private final StringBuilder text = new StringBuilder();
    private String last = "";

    private void add(String id, Part part) {
      int shared = Math.min(MOST_SHARED, FrontCoding.shared(last, id));
      if (shared > 0) {
        text.append(shared);
      }
      text.append(id, shared, id.length()).append(part.codes()).append('\n');
      last = id;
    }
  }

  /** What a page adds to one file. */
  record Part(int shard, String codes) {}

  /**
   * What a page adds to each file, in their order, whether it is made or not.
   *
   * @param entries what it has; the greatest weight of each counts
   * @param shards how many files there may be, a power of two
   */
  static List<Part> parts(LongStream entries, int shards, int codeLength) {
    List<Part> parts = new ArrayList<>();
    StringBuilder codes = new StringBuilder();
    int open = -1;
    long before = -1;
    for (long term : terms(entries, shards, codeLength)) {
      int shard = (int) (term >>> SHARD);
      if (shard != open) {
        end(open, codes, parts);
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
    end(open, codes, parts);
    return parts;
  }

  private static void end(int shard, StringBuilder codes, List<Part> parts) {
    if (shard >= 0) {
      parts.add(new Part(shard, codes.toString()));
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
