package dev.fortnight.privacy;

import java.util.List;

/** Tells whether a word that is also a name is meant as one. */
final class NameSense {

  private static final Vocabulary WORDS = words();

  private static final Vocabulary MONTHS =
      Vocabulary.of(
          "april", "may", "june", "july", "august", "march", "summer", "autumn", "winter");

  private static final Vocabulary BEFORE_MONTHS =
      Vocabulary.of(
          "in", "since", "by", "until", "during", "early", "late", "mid", "of", "last", "next",
          "this", "the", "a", "before", "after", "every", "each", "through", "st", "nd", "rd", "th",
          "and", "or", "to", "from", "between", "on", "june", "july", "april", "march");

  private static final Vocabulary OF_PEOPLE =
      Vocabulary.of(
          "said",
          "says",
          "told",
          "tells",
          "explained",
          "explains",
          "thinks",
          "thought",
          "asked",
          "asks",
          "described",
          "describes",
          "mentioned",
          "mentions",
          "works",
          "worked",
          "leads",
          "led",
          "manages",
          "managed",
          "felt",
          "feels",
          "wants",
          "wanted",
          "showed",
          "shows",
          "agreed",
          "added",
          "noted",
          "joined",
          "left",
          "retired",
          "laughed",
          "replied",
          "answered",
          "suggested",
          "recalled",
          "knows",
          "knew",
          "runs",
          "ran",
          "uses",
          "used",
          "has",
          "had",
          "was",
          "is",
          "lives",
          "emailed",
          "called",
          "rang",
          "wrote",
          "introduced",
          "s");

  private static final Vocabulary BEFORE_PEOPLE =
      Vocabulary.of(
          "with",
          "ask",
          "tell",
          "met",
          "asked",
          "told",
          "thanked",
          "thank",
          "thanks",
          "interviewed",
          "called",
          "emailed",
          "introduced",
          "colleague",
          "manager",
          "boss",
          "friend",
          "named",
          "dear",
          "hi",
          "hello",
          "joined",
          "phoned",
          "rang",
          "saw",
          "contact",
          "participant",
          "by",
          "from",
          "speak",
          "spoke",
          "to");

  private static Vocabulary words() {
    return Vocabulary.of(
        WordList.read("names-that-are-words.txt").stream()
            .flatMap(List::stream)
            .distinct()
            .toList());
  }

  private NameSense() {}

  /** Whether a word by itself may be something else than a name. */
  static boolean isAmbiguous(Searchable text, int word) {
    return WORDS.contains(text, word) || text.end(word) - text.start(word) <= 2;
  }

  /** Whether an ambiguous word could well be a name here. */
  static boolean isLikely(Searchable text, int word) {
    if (!text.isCapital(word) || isMonth(text, word)) {
      return false;
    }
    boolean isAmongPeople =
        next(text, word, OF_PEOPLE)
            || word > 0 && BEFORE_PEOPLE.contains(text, word - 1) && isClose(text, word - 1, word);
    boolean isAmongCapitals =
        isCapitalBeside(text, word, word + 1) || isCapitalBeside(text, word - 1, word);
    return isAmongPeople
        || !beginsSentence(text, word) && !isAmongCapitals && isInSentence(text, word);
  }

  private static boolean isMonth(Searchable text, int word) {
    if (!MONTHS.contains(text, word)) {
      return false;
    }
    boolean isDay = word + 1 < text.words() && isNumber(text, word + 1);
    boolean isAfterDay = word > 0 && isNumber(text, word - 1);
    return isDay || isAfterDay || word > 0 && BEFORE_MONTHS.contains(text, word - 1);
  }

  private static boolean isNumber(Searchable text, int word) {
    return Character.isDigit(text.text().charAt(text.start(word)));
  }

  private static boolean next(Searchable text, int word, Vocabulary some) {
    return word + 1 < text.words()
        && some.contains(text, word + 1)
        && isClose(text, word, word + 1);
  }

  private static boolean isClose(Searchable text, int one, int other) {
    return text.start(other) - text.end(one) <= 1;
  }

  private static boolean isCapitalBeside(Searchable text, int one, int other) {
    if (one < 0 || other >= text.words() || !isClose(text, one, other)) {
      return false;
    }
    return text.isCapital(one) && text.isCapital(other) && !beginsSentence(text, one);
  }

  /** Whether nothing but marks stands between a word and the end of the sentence before it. */
  static boolean beginsSentence(Searchable text, int word) {
    if (word == 0) {
      return true;
    }
    int at = text.start(word) - 1;
    while (at >= text.end(word - 1)) {
      if (".!?:\n|>-\"".indexOf(text.text().charAt(at)) >= 0) {
        return true;
      }
      at--;
    }
    return false;
  }

  /** Whether a word in lower case stands before it: in a heading all may be capital. */
  private static boolean isInSentence(Searchable text, int word) {
    return word > 0
        && (!text.isCapital(word - 1) || beginsSentence(text, word - 1))
        && !isNumber(text, word - 1)
        && isClose(text, word - 1, word);
  }
}
