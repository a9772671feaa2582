package dev.fortnight.site.search;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Short names for words, pairs of words and pages, so that lists of them stay short and don't
 * depend on what else there is. {@code search-index.js} computes the same. Source of the hash:
 * FNV-1a with the last steps of MurmurHash3.
 */
final class SearchCode {

  /** The hash of an empty text, not finished. */
  static final int START = 0x811c9dc5;

  private static final int LETTERS = 26;

  /** Letters of a page's name that tell its day: three are enough for 48 years. */
  private static final int DAY_LENGTH = 3;

  /** Pages of later days are as if they were of this one; so with those too long before it. */
  private static final LocalDate LAST_DAY = LocalDate.of(2050, 1, 1);

  /** The lower bits choose a file. */
  private static final int SHARD_BITS = 10;

  /** In UTF-16 units. The forms of a word nearly always have so much in common. */
  static final int BEGINNING = 3;

  private SearchCode() {}

  /**
   * Which of some files a hash belongs to.
   *
   * @param shards a power of two
   */
  static int shard(int hash, int shards) {
    return hash & (shards - 1);
  }

  /**
   * The name of a page in small letters, so that the newest comes first in their order and a page
   * without a date last: three for the day, then as many of the address as it needs to differ.
   */
  static String id(Optional<LocalDate> date, String address, int length) {
    long last = names(DAY_LENGTH) - 1;
    long before = date.map(day -> ChronoUnit.DAYS.between(day, LAST_DAY)).orElse(last);
    long ofAddress = Integer.toUnsignedLong(hash(address));
    return letters(Math.max(0, Math.min(last, before)), DAY_LENGTH) + letters(ofAddress, length);
  }

  /** How many names of a length there are. */
  static int names(int length) {
    int names = 1;
    for (int i = 0; i < length; i++) {
      names *= LETTERS;
    }
    return names;
  }

  /**
   * The number that the name of a word or a pair stands for, in the order of the names.
   *
   * @param names see {@link #names}
   */
  static int number(int hash, int names) {
    return (hash >>> SHARD_BITS) % names;
  }

  /**
   * Adds the name of a word or a pair: a capital, then small letters, so that no space is needed.
   */
  static void appendCode(StringBuilder codes, int number, int length) {
    int rest = number;
    int start = codes.length();
    codes.setLength(start + length);
    for (int at = start + length - 1; at > start; at--) {
      codes.setCharAt(at, (char) ('a' + rest % LETTERS));
      rest /= LETTERS;
    }
    codes.setCharAt(start, (char) ('A' + rest % LETTERS));
  }

  private static String letters(long number, int length) {
    char[] letters = new char[length];
    long rest = number;
    for (int at = length - 1; at >= 0; at--) {
      letters[at] = (char) ('a' + rest % LETTERS);
      rest /= LETTERS;
    }
    return new String(letters);
  }

  static int hash(String text) {
    return finished(continued(START, text));
  }

  /**
   * The hash of a word or of what pages belong to. Words that begin alike share a file, so that it
   * is known before the word's stem is.
   */
  static int term(String text) {
    return hash(text) >>> SHARD_BITS << SHARD_BITS | shard(beginning(text), 1 << SHARD_BITS);
  }

  /** The hash that chooses the file of a word. */
  static int beginning(String word) {
    return hash(word.substring(0, Math.min(BEGINNING, word.length())));
  }

  static int continued(int state, String text) {
    int hash = state;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x01000193;
    }
    return hash;
  }

  static int finished(int state) {
    int hash = (state ^ state >>> 16) * 0x85ebca6b;
    hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
    return hash ^ hash >>> 16;
  }
}
