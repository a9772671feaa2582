package dev.fortnight.privacy;

import java.util.List;

/** Telephone numbers as they are spoken. */
final class SpokenNumberDetector implements Detector {

  private static final int FEWEST_DIGITS = 7;
  private static final int DIGITS_OF_A_NUMBER = 10;

  private static final List<String> DIGITS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "oh",
          "nought", "naught", "o");

  private static final Vocabulary SPOKEN = Vocabulary.of(DIGITS);
  private static final Vocabulary DOUBLE = Vocabulary.of("double");
  private static final Vocabulary TRIPLE = Vocabulary.of("triple", "treble");
  private static final Vocabulary HUNDRED = Vocabulary.of("hundred");
  private static final Vocabulary ZERO = Vocabulary.of("zero", "oh", "nought", "naught", "o");

  @Override
  public String rule() {
    return "Ten digits or more in words that begin with nought; seven or more ask.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    int word = 0;
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
      word = Math.max(word + 1, next);
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
    if (SPOKEN.contains(text, word)) {
      return 1;
    }
    if (DOUBLE.contains(text, word)) {
      return 1;
    }
    return TRIPLE.contains(text, word) || HUNDRED.contains(text, word) ? 2 : 0;
  }
}
