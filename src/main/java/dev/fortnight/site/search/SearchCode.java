package dev.fortnight.site.search;

/**
 * Short names for words, pairs of words and pages, so that lists of them stay short and don't
 * depend on what else there is. {@code search-index.js} computes the same. Source of the hash:
 * FNV-1a with the last steps of MurmurHash3.
 */
final class SearchCode {

  /** The hash of an empty text, not finished. */
  static final int START = 0x811c9dc5;

  private static final int LETTERS = 26;
  private static final int ID_LENGTH = 5;

  /** The lower bits choose a file. */
  private static final int SHARD_BITS = 10;

  /** In UTF-16 units. The forms of a word nearly always have so much in common. */
  private static final int BEGINNING = 3;

  private SearchCode() {}

  /**
   * Which of some files a hash belongs to.
   *
   * @param shards a power of two
   */
  static int shard(int hash, int shards) {
    return hash & (shards - 1);
  }

  /** The name of a page: five small letters. */
  static String id(String address) {
    return letters(Integer.toUnsignedLong(hash(address)), ID_LENGTH);
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
    int ofBeginning = hash(text.substring(0, Math.min(BEGINNING, text.length())));
    return hash(text) >>> SHARD_BITS << SHARD_BITS | shard(ofBeginning, 1 << SHARD_BITS);
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
