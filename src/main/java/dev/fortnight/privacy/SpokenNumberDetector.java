package dev.fortnight.privacy;

import java.util.List;
import java.util.stream.Stream;

/** Telephone numbers as they are spoken. */
final class SpokenNumberDetector implements Detector {

  private static final int FEWEST_DIGITS = 7;
  private static final int DIGITS_OF_A_NUMBER = 10;

  private static final List<String> DIGITS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "oh",
          "nought", "naught", "o");

  private static final Vocabulary SPOKEN = Vocabulary.of(DIGITS);

  /** Each adds two digits to the one that is said with it; "double" adds one. */
  private static final List<String> MORE = List.of("triple", "treble", "hundred");

  private static final Vocabulary ADDS_TWO = Vocabulary.of(MORE);
  private static final Vocabulary ADDS =
      Vocabulary.of(Stream.of(DIGITS, List.of("double"), MORE).flatMap(List::stream).toList());

  private static final Vocabulary ZERO = Vocabulary.of("zero", "oh", "nought", "naught", "o");

  @Override
  public String rule() {
    return "Ten digits or more in words that begin with nought; seven or more ask.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    int word = ADDS.next(text, 0);
    while (word < text.words()) {
      int next = word;
      int digits = 0;
      while (next < text.words() && count(text, next) > 0 && isClose(text, word, next)) {
        digits += count(text, next);
        next++;
      }
      if (digits >= FEWEST_DIGITS && !isCounting(text, word, next)) {
        boolean isWhole = digits >= DIGITS_OF_A_NUMBER && ZERO.contains(text, word);
        Certainty certainty = isWhole ? Certainty.CERTAIN : Certainty.DOUBTFUL;
        finds.add(PersonalData.PHONE, certainty, text.start(word), text.end(next - 1));
      }
      word = ADDS.next(text, next);
    }
  }

  private static boolean isClose(Searchable text, int first, int word) {
    return word == first || text.start(word) - text.end(word - 1) <= 3;
  }

  /** "One, two, three" is no number of anybody. */
  private static boolean isCounting(Searchable text, int first, int last) {
    for (int word = first + 1; word < last; word++) {
      if (SPOKEN.id(text, word) != SPOKEN.id(text, word - 1) + 1) {
        return false;
      }
    }
    return true;
  }

  /** How many digits a word adds; "double" and "triple" add to the digit that follows. */
  private static int count(Searchable text, int word) {
    if (!ADDS.contains(text, word)) {
      return 0;
    }
    return ADDS_TWO.contains(text, word) ? 2 : 1;
  }
}
