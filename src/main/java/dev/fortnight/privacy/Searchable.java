package dev.fortnight.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A text as detectors look at it: without its disguise (see {@link Folding}), cut into words. A
 * word is a run of letters and digits. All places are in this form; {@link #sourceStart} and {@link
 * #sourceEnd} lead back.
 */
final class Searchable {

  /** What stands between two parts of a number at most; an opening and a closing word of it too. */
  private static final int LONGEST_GAP = 24;

  private static final char[] LOWER = new char[128];
  private static final boolean[] OF_WORD = new boolean[128];

  static {
    for (char c = 0; c < 128; c++) {
      LOWER[c] = Character.toLowerCase(c);
      OF_WORD[c] = LOWER[c] >= 'a' && LOWER[c] <= 'z' || c >= '0' && c <= '9';
    }
  }

  private final String text;
  private final String lower;
  private final String source;
  private Folding.Places places;
  private final List<int[]> code;
  private final List<int[]> addresses;
  private int[] starts;
  private int[] ends;
  private int[] hashes;
  private int words;
  private int[] numbers = new int[16];
  private int numberCount;
  private int[] reach = new int[0];

  /**
   * @param text its first characters are the text
   * @param code what is code in the source
   */
  Searchable(char[] text, int length, String source, List<int[]> code) {
    byte[] bytes = new byte[length];
    byte[] smallBytes = new byte[length];
    int all = 0;
    for (int at = 0; at < length; at++) {
      char c = text[at];
      char lower = c < 128 ? LOWER[c] : Character.toLowerCase(c);
      bytes[at] = (byte) c;
      smallBytes[at] = (byte) lower;
      all |= c | lower;
    }
    // most texts are all Latin-1 once folded, and their strings then need no second look
    boolean isLatin = all < 256;
    this.text =
        isLatin ? new String(bytes, StandardCharsets.ISO_8859_1) : new String(text, 0, length);
    this.lower =
        isLatin
            ? new String(smallBytes, StandardCharsets.ISO_8859_1)
            : new String(small(text, length));
    this.source = source;
    this.code = code;
    this.addresses = WebAddresses.in(this.text);
    cut(text, length);
    measure();
  }

  private static char[] small(char[] text, int length) {
    char[] small = new char[length];
    for (int at = 0; at < length; at++) {
      small[at] = Character.toLowerCase(text[at]);
    }
    return small;
  }

  static Searchable of(String source) {
    return Folding.of(source);
  }

  /** Everything in locals: most of the time that a search takes is spent here. */
  private void cut(char[] text, int length) {
    int usual = length / 5 + 16;
    int[] starts = new int[usual];
    int[] ends = new int[usual];
    int[] hashes = new int[usual];
    int count = 0;
    int at = 0;
    while (at < length) {
      char c = text[at];
      if (c < 128 ? !OF_WORD[c] : !Character.isLetterOrDigit(Character.toLowerCase(c))) {
        at++;
        continue;
      }
      int start = at;
      int hash = 0;
      boolean hasDigit = false;
      do {
        hasDigit |= c >= '0' && c <= '9';
        hash = 31 * hash + (c < 128 ? LOWER[c] : Character.toLowerCase(c));
        at++;
        c = at < length ? text[at] : ' ';
      } while (c < 128 ? OF_WORD[c] : Character.isLetterOrDigit(Character.toLowerCase(c)));
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
        hashes = Arrays.copyOf(hashes, 2 * count);
      }
      starts[count] = start;
      ends[count] = at;
      hashes[count++] = hash;
      if (hasDigit) {
        addNumber(count - 1);
      }
    }
    this.starts = starts;
    this.ends = ends;
    this.hashes = hashes;
    this.words = count;
  }

  private void addNumber(int word) {
    if (numberCount == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numberCount);
    }
    numbers[numberCount++] = word;
  }

  /** With its case. */
  String text() {
    return text;
  }

  /** In lower case, character by character the same places. */
  String lower() {
    return lower;
  }

  int words() {
    return words;
  }

  int start(int word) {
    return starts[word];
  }

  /** Exclusive. */
  int end(int word) {
    return ends[word];
  }

  String word(int word) {
    return lower.substring(starts[word], ends[word]);
  }

  /** Of a word in lower case, as a string has it. */
  int hash(int word) {
    return hashes[word];
  }

  /** Whether a word begins with a capital letter. */
  boolean isCapital(int word) {
    return Character.isUpperCase(text.charAt(starts[word]));
  }

  /** The words that hold a digit, in order. */
  int[] numbers() {
    return numbers;
  }

  /** How many digits stand in a row from a word on, other characters between them not counted. */
  int reach(int number) {
    return reach[number];
  }

  private void measure() {
    numbers = Arrays.copyOf(numbers, numberCount);
    reach = new int[numberCount];
    for (int i = numberCount - 1; i >= 0; i--) {
      int word = numbers[i];
      boolean goesOn = i + 1 < numberCount && starts[numbers[i + 1]] - ends[word] <= LONGEST_GAP;
      reach[i] = digits(starts[word], ends[word]) + (goesOn ? reach[i + 1] : 0);
    }
  }

  private int digits(int start, int end) {
    int digits = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      digits += c >= '0' && c <= '9' || c == 'o' || c == 'O' || c == 'l' ? 1 : 0;
    }
    return digits;
  }

  /** The first word that ends behind a place; {@link #words} where there is none. */
  int wordAt(int place) {
    int found = Arrays.binarySearch(ends, 0, words, place + 1);
    return found >= 0 ? found : -found - 1;
  }

  boolean isInCode(int place) {
    return !code.isEmpty() && covers(code, sourceStart(place));
  }

  /** Whether a place is in an address that begins with a scheme, such as {@code https://}. */
  boolean isInAddress(int place) {
    return covers(addresses, place);
  }

  private static boolean covers(List<int[]> spans, int place) {
    int low = 0;
    int high = spans.size() - 1;
    while (low <= high) {
      int middle = (low + high) / 2;
      int[] span = spans.get(middle);
      if (place >= span[0] && place < span[1]) {
        return true;
      }
      low = place < span[0] ? low : middle + 1;
      high = place < span[0] ? middle - 1 : high;
    }
    return false;
  }

  /**
   * Whether one of some words stands near a place, in the same paragraph.
   *
   * @param before how many words before the place to look at
   * @param after how many words behind it
   */
  boolean mentions(Vocabulary any, int start, int end, int before, int after) {
    int first = wordAt(start);
    int behind = wordAt(end);
    for (int word = Math.max(0, first - before); word < first; word++) {
      if (any.contains(this, word) && !isBroken(ends[word], start)) {
        return true;
      }
    }
    for (int word = behind; word < Math.min(words, behind + after); word++) {
      if (any.contains(this, word) && !isBroken(end, starts[word])) {
        return true;
      }
    }
    return false;
  }

  /** Whether an empty line stands between two places. */
  boolean isBroken(int start, int end) {
    boolean isLineEmpty = false;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c == '\n' && isLineEmpty) {
        return true;
      }
      isLineEmpty = c == '\n' || isLineEmpty && (c == ' ' || c == '\t');
    }
    return false;
  }

  int sourceStart(int place) {
    return places().from()[place];
  }

  /** The end in the source of what ends before a place. */
  int sourceEnd(int place) {
    return places().to()[place - 1];
  }

  private Folding.Places places() {
    if (places == null) {
      places = Folding.places(source);
    }
    return places;
  }
}
