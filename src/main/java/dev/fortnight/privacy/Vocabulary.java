package dev.fortnight.privacy;

import java.util.Collection;
import java.util.List;

/** A set of words in which a word of a {@link Searchable} is looked up without making a string. */
final class Vocabulary {

  /** Most words of a text are none of these, which one bit of their hash tells. */
  private static final int FILTER_BITS = 1 << 12;

  private final long[] filter = new long[FILTER_BITS / 64];
  private final String[] slots;
  private final int[] ids;

  private Vocabulary(Collection<String> words) {
    int capacity = Integer.highestOneBit(Math.max(8, 3 * words.size())) * 2;
    slots = new String[capacity];
    ids = new int[capacity];
    int next = 0;
    for (String word : words) {
      filter[(word.hashCode() & FILTER_BITS - 1) >> 6] |= 1L << word.hashCode();
      int slot = slot(word.hashCode());
      while (slots[slot] != null && !slots[slot].equals(word)) {
        slot = slot + 1 & slots.length - 1;
      }
      if (slots[slot] == null) {
        slots[slot] = word;
        ids[slot] = next;
      }
      next++;
    }
  }

  static Vocabulary of(String... words) {
    return new Vocabulary(List.of(words));
  }

  /**
   * @param words in lower case; the number of a word is its place in these
   */
  static Vocabulary of(Collection<String> words) {
    return new Vocabulary(words);
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & slots.length - 1;
  }

  boolean contains(Searchable text, int word) {
    return id(text, word) >= 0;
  }

  /** The number of a word; -1 where it is not one of these. */
  int id(Searchable text, int word) {
    int hash = text.hashes()[word];
    if ((filter[(hash & FILTER_BITS - 1) >> 6] & 1L << hash) == 0) {
      return -1;
    }
    return id(hash, text.lower(), text.start(word), text.end(word));
  }

  /**
   * @param hash that of the word as a string
   */
  int id(int hash, String text, int start, int end) {
    int slot = slot(hash);
    while (slots[slot] != null) {
      String word = slots[slot];
      if (word.length() == end - start && text.startsWith(word, start)) {
        return ids[slot];
      }
      slot = slot + 1 & slots.length - 1;
    }
    return -1;
  }
}
