package dev.fortnight.privacy;

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

  private final String text;
  private final String lower;
  private final String source;
  private final List<int[]> code;
  private final List<int[]> addresses;
  private final int words;
  private final int[] starts;
  private final int[] ends;
  private final int[] hashes;
  private final int[] numbers;
  private final int[] signs;
  private final int[] longWords;
  private final int[] reach;
  private final int[] beginnings;
  private SourcePlaces places;

  /**
   * @param code what is code in the source
   */
  private Searchable(WordCutter cut, String source, List<int[]> code) {
    this.text = cut.text();
    this.lower = cut.lower();
    this.source = source;
    this.code = code;
    this.words = cut.words();
    this.starts = cut.starts();
    this.ends = cut.ends();
    this.hashes = cut.hashes();
    this.numbers = cut.numbers();
    this.signs = cut.signs();
    this.longWords = cut.longWords();
    this.addresses = WebAddresses.in(text, signs(':'));
    this.reach = new int[numbers.length];
    this.beginnings = new int[numbers.length];
    measure();
  }

  static Searchable of(String source) {
    WordCutter words = new WordCutter(source.length());
    List<int[]> code = Folding.fold(source, words);
    return new Searchable(words.finished(), source, code);
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

  /** Those of all words in lower case, as strings have them; {@link #words} of them count. */
  int[] hashes() {
    return hashes;
  }

  /** Whether a word begins with a capital letter. */
  boolean isCapital(int word) {
    return Character.isUpperCase(text.charAt(starts[word]));
  }

  /** The words that hold a digit, in order. */
  int[] numbers() {
    return numbers;
  }

  /**
   * Where a sign stands that something personal may stand around, in order.
   *
   * @param sign an at sign or a question mark; a colon for each "://"; an opening bracket for each
   *     two of them; a dash for those behind a space
   */
  int[] signs(char sign) {
    IntList places = new IntList();
    for (int place : signs) {
      if (text.charAt(place) == sign) {
        places.add(place);
      }
    }
    return places.toArray();
  }

  /** The words of more than fifteen characters, in order. */
  int[] longWords() {
    return longWords;
  }

  /** How the text goes on from each number, see {@link Beginnings#of}. */
  int[] beginnings() {
    return beginnings;
  }

  /** How many digits stand in a row from a word on, other characters between them not counted. */
  int reach(int number) {
    return reach[number];
  }

  private void measure() {
    for (int i = numbers.length - 1; i >= 0; i--) {
      int word = numbers[i];
      boolean goesOn = i + 1 < numbers.length && starts[numbers[i + 1]] - ends[word] <= LONGEST_GAP;
      beginnings[i] = Beginnings.of(lower, starts[word]);
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
    return places().start(place);
  }

  /** The end in the source of what ends before a place. */
  int sourceEnd(int place) {
    return places().end(place - 1);
  }

  /** Noted on demand only: most texts hold nothing to be pointed at. */
  private SourcePlaces places() {
    if (places == null) {
      SourcePlaces noted = new SourcePlaces(source.length());
      Folding.fold(source, noted);
      places = noted;
    }
    return places;
  }
}
