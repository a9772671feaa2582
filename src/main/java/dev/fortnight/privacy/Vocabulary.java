package dev.fortnight.privacy;

import java.util.Collection;
import java.util.List;

/** A set of words in which a word of a {@link Searchable} is looked up without making a string. */
final class Vocabulary {

  private static final int FILTER_SIZE = 1 << 12;

  /** Most words of a text are none of these, which a part of their hash tells. */
  private final boolean[] filter = new boolean[FILTER_SIZE];

  private final String[] slots;
  private final int[] ids;

  private Vocabulary(Collection<String> words) {
    int capacity = Integer.highestOneBit(Math.max(8, 3 * words.size())) * 2;
    slots = new String[capacity];
    ids = new int[capacity];
    int next = 0;
    for (String word : words) {
      filter[word.hashCode() & FILTER_SIZE - 1] = true;
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

  /** The first word from one on that is one of these; how many words there are where none is. */
  int next(Searchable text, int from) {
    int[] hashes = text.hashes();
    boolean[] filter = this.filter;
    int words = text.words();
    for (int word = from; word < words; word++) {
      if (filter[hashes[word] & FILTER_SIZE - 1] && contains(text, word)) {
        return word;
      }
    }
    return words;
  }

  /** The number of a word; -1 where it is not one of these. */
  int id(Searchable text, int word) {
    int hash = text.hashes()[word];
    return filter[hash & FILTER_SIZE - 1]
        ? id(hash, text.lower(), text.start(word), text.end(word))
        : -1;
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
