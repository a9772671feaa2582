package dev.fortnight.privacy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What an element of HTML does to the text around its tags. */
enum HtmlElement {
  /** It may stand inside a word. */
  INLINE(
      "",
      "a abbr b bdi bdo big cite data del dfn em font i ins kbd label mark q rp rt ruby s samp small"
          + " span strike strong sub sup time tt u var wbr"),
  /** It is inline too, and what is in it is code. */
  CODE("", "code"),
  LINE_BREAK("\n", "br"),
  /** It stands between a label and what it is for. */
  CELL("|", "td th tr dt dd"),
  /** It begins a paragraph, as all others do. */
  BLOCK("\n\n", "p");

  /** No name of those above is longer, so that a number holds it. */
  private static final int LONGEST_NAME = 8;

  private static final int SLOTS = 256;

  private static final Map<String, HtmlElement> BY_NAME = new HashMap<>();
  private static final long[] KEYS = new long[SLOTS];
  private static final HtmlElement[] BY_SLOT = new HtmlElement[SLOTS];

  static {
    for (HtmlElement element : values()) {
      for (String name : element.names.split(" ")) {
        BY_NAME.put(name, element);
        long key = key(name.toCharArray(), 0, name.length());
        int slot = slot(key);
        KEYS[slot] = key;
        BY_SLOT[slot] = element;
      }
    }
  }

  private final char[] separator;
  private final String names;

  HtmlElement(String separator, String names) {
    this.separator = separator.toCharArray();
    this.names = names;
  }

  /** Which has a name, in any case; a string for each of a page's tags would take long. */
  static HtmlElement named(char[] source, int start, int end) {
    if (end - start > LONGEST_NAME) {
      return BLOCK;
    }
    long key = key(source, start, end);
    if (key < 0) {
      String name = new String(source, start, end - start).toLowerCase(Locale.ROOT);
      return BY_NAME.getOrDefault(name, BLOCK);
    }
    int slot = slot(key);
    return KEYS[slot] == key ? BY_SLOT[slot] : BLOCK;
  }

  /** The name as a number; a negative one where it is not of ASCII. */
  private static long key(char[] source, int start, int end) {
    long key = 0;
    for (int at = start; at < end; at++) {
      char c = source[at];
      if (c >= 128) {
        return -1;
      }
      key = key << 8 | (c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return key;
  }

  /** The first free one or that of the key. */
  private static int slot(long key) {
    int slot = (int) ((key ^ key >>> 7 ^ key >>> 19) & SLOTS - 1);
    while (KEYS[slot] != 0 && KEYS[slot] != key) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
  }

  /** Puts what stands between the text before a tag of it and the text behind it. */
  void separate(FoldedText text, int start, int end) {
    for (char c : separator) {
      text.put(c, start, end);
    }
  }

  boolean isInline() {
    return this == INLINE || this == CODE;
  }
}
