package dev.fortnight.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes a text as detectors look at it out of a folded one, while it comes: in both cases, cut into
 * words, with the signs that something stands around. Most of the time that a search takes is spent
 * here, so that all this is one pass, with everything in local variables.
 */
final class WordCutter implements FoldedText {

  /** Of each character of ASCII, itself in lower case and what it is. */
  private static final int[] FORMS = new int[128];

  private static final int LOWER = 0xff;
  private static final int OF_WORD = 0x100;
  private static final int DIGIT = 0x200;
  private static final int SIGN = 0x400;
  private static final int SPECIAL = Integer.MIN_VALUE;

  static {
    for (char c = 0; c < FORMS.length; c++) {
      char lower = Character.toLowerCase(c);
      boolean isDigit = c >= '0' && c <= '9';
      boolean isOfWord = isDigit || lower >= 'a' && lower <= 'z';
      FORMS[c] =
          lower
              | (isOfWord ? OF_WORD : 0)
              | (isDigit ? DIGIT : 0)
              | ("@/<-?".indexOf(c) >= 0 ? SIGN : 0)
              | (Folding.isPlain(c) ? 0 : SPECIAL);
    }
  }

  private static final int NONE = -1;
  private static final int LAST_LATIN = 255;
  private static final int LONG = 16;

  private byte[] text;
  private byte[] lower;
  private byte[] high = {};
  private int length;
  private int[] starts;
  private int[] ends;
  private int[] hashes;
  private int words;
  private final IntList numbers = new IntList();
  private final IntList longWords = new IntList();
  private final IntList signs = new IntList();
  private int start = NONE;
  private int hash;
  private int forms;

  /**
   * @param usual how long the text is likely to be
   */
  WordCutter(int usual) {
    text = new byte[usual + usual / 16 + 16];
    lower = new byte[text.length];
    starts = new int[usual / 6 + 16];
    ends = new int[starts.length];
    hashes = new int[starts.length];
  }

  @Override
  public int run(char[] source, int from, int to) {
    makeRoom(to - from);
    byte[] text = this.text;
    byte[] lower = this.lower;
    int place = length;
    int start = this.start;
    int hash = this.hash;
    int forms = this.forms;
    int at = from;
    while (at < to) {
      char c = source[at];
      int form = c < FORMS.length ? FORMS[c] : SPECIAL;
      if (form < 0) {
        break;
      }
      text[place] = (byte) c;
      lower[place] = (byte) form;
      if ((form & OF_WORD) != 0) {
        start = start == NONE ? place : start;
        hash = 31 * hash + (form & LOWER);
        forms |= form;
      } else {
        if (start != NONE) {
          word(start, place, hash, forms);
          start = NONE;
          hash = 0;
          forms = 0;
        }
        if ((form & SIGN) != 0) {
          sign(c, place);
        }
      }
      place++;
      at++;
    }
    this.length = place;
    this.start = start;
    this.hash = hash;
    this.forms = forms;
    return at;
  }

  @Override
  public void put(char c, int from, int to) {
    makeRoom(1);
    boolean isAscii = c < FORMS.length;
    int form = isAscii ? FORMS[c] : foreign(c);
    text[length] = (byte) c;
    lower[length] = (byte) form;
    if ((form & OF_WORD) != 0) {
      start = start == NONE ? length : start;
      hash = 31 * hash + (isAscii ? form & LOWER : Character.toLowerCase(c));
      forms |= form;
    } else {
      endWord();
    }
    if ((form & SIGN) != 0) {
      sign(c, length);
    }
    length++;
  }

  private int foreign(char c) {
    if (c > LAST_LATIN) {
      putHigh(c);
    }
    char small = Character.toLowerCase(c);
    return small & LOWER | (Character.isLetterOrDigit(small) ? OF_WORD : 0);
  }

  private void makeRoom(int more) {
    if (length + more > text.length) {
      int capacity = 2 * (length + more);
      text = Arrays.copyOf(text, capacity);
      lower = Arrays.copyOf(lower, capacity);
      high = isLatin() ? high : Arrays.copyOf(high, capacity);
    }
  }

  /** Most texts are all Latin-1 once folded, and need no second byte. */
  private boolean isLatin() {
    return high.length == 0;
  }

  private void putHigh(char c) {
    if (isLatin()) {
      high = new byte[text.length];
    }
    high[length] = (byte) (c >> 8);
  }

  private void endWord() {
    if (start != NONE) {
      word(start, length, hash, forms);
      start = NONE;
      hash = 0;
      forms = 0;
    }
  }

  private void word(int start, int end, int hash, int forms) {
    if (words == starts.length) {
      starts = Arrays.copyOf(starts, 2 * words);
      ends = Arrays.copyOf(ends, 2 * words);
      hashes = Arrays.copyOf(hashes, 2 * words);
    }
    starts[words] = start;
    ends[words] = end;
    hashes[words] = hash;
    if ((forms & DIGIT) != 0) {
      numbers.add(words);
    }
    if (end - start >= LONG) {
      longWords.add(words);
    }
    words++;
  }

  /** Notes at signs, question marks, "://", two brackets and dashes behind a space. */
  private void sign(char c, int place) {
    if (c == '@' || c == '?' || c == '-' && follows(place, ' ')) {
      signs.add(place);
    } else if (c == '<' && follows(place, '<')) {
      signs.add(place - 1);
    } else if (c == '/' && follows(place, '/') && follows(place - 1, ':')) {
      signs.add(place - 2);
    }
  }

  private boolean follows(int place, char before) {
    return place > 0 && character(place - 1) == before;
  }

  private char character(int place) {
    int low = text[place] & LAST_LATIN;
    return (char) (isLatin() ? low : low | high[place] << 8);
  }

  /** What is there when the text has come to its end. */
  WordCutter finished() {
    endWord();
    return this;
  }

  /** With its case. */
  String text() {
    return isLatin() ? latin(text) : String.valueOf(wide());
  }

  /** In lower case, character by character the same places. */
  String lower() {
    if (isLatin()) {
      return latin(lower);
    }
    char[] small = wide();
    for (int place = 0; place < length; place++) {
      small[place] = Character.toLowerCase(small[place]);
    }
    return String.valueOf(small);
  }

  private String latin(byte[] bytes) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  private char[] wide() {
    char[] wide = new char[length];
    for (int place = 0; place < length; place++) {
      wide[place] = character(place);
    }
    return wide;
  }

  int words() {
    return words;
  }

  /** Where each word begins, as far as there are {@link #words}. */
  int[] starts() {
    return starts;
  }

  /** Where each word ends, exclusive. */
  int[] ends() {
    return ends;
  }

  /** Those of the words in lower case, as strings have them. */
  int[] hashes() {
    return hashes;
  }

  /** The words that hold a digit, in order. */
  int[] numbers() {
    return numbers.toArray();
  }

  /** The words of more than fifteen characters, in order. */
  int[] longWords() {
    return longWords.toArray();
  }

  /** Where at signs, question marks, "://", two brackets and dashes behind a space are. */
  int[] signs() {
    return signs.toArray();
  }
}
