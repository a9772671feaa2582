package dev.fortnight.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passwords made of plain words, which no form tells from a sentence. */
final class PassphraseDetector implements Detector {

  private static final Vocabulary NAMES =
      Vocabulary.of("password", "passphrase", "passcode", "pwd", "passwd");

  /** A word for it, and words in small letters until something ends them. */
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "[\"']?(?:\\s*(?<sign>[:=])\\s*|\\s+(?:is|was)\\s+)[\"'`“‘]?"
              + "(?<words>[a-z]{3,12}(?:[ -][a-z]{3,12}){2,7})(?=[\"'`”’.,;:!?)<|]|\\s*(?:\\n|$))");

  /** What a sentence has and a list of words chosen by chance has not. */
  private static final Vocabulary OF_SENTENCES =
      Vocabulary.of(
          "the",
          "and",
          "for",
          "with",
          "that",
          "this",
          "these",
          "those",
          "from",
          "into",
          "not",
          "never",
          "always",
          "only",
          "but",
          "than",
          "then",
          "when",
          "where",
          "which",
          "who",
          "are",
          "was",
          "were",
          "has",
          "have",
          "had",
          "can",
          "may",
          "must",
          "should",
          "will",
          "would",
          "every",
          "each",
          "all",
          "any",
          "some",
          "more",
          "most",
          "less",
          "too",
          "very",
          "our",
          "your",
          "their",
          "her",
          "his",
          "its",
          "out",
          "off",
          "per",
          "same",
          "see",
          "ask",
          "after",
          "before",
          "between",
          "without",
          "about",
          "between",
          "over",
          "under",
          "still",
          "often",
          "even",
          "just",
          "now",
          "one",
          "two",
          "three",
          "four",
          "twelve",
          "least",
          "characters",
          "days",
          "months",
          "weeks",
          "hours",
          "user",
          "users",
          "account",
          "login",
          "reset",
          "policy",
          "manager",
          "vault",
          "because",
          "what",
          "how",
          "why",
          "whatever",
          "there",
          "here",
          "been",
          "being",
          "does",
          "did",
          "says",
          "said",
          "password",
          "passwords",
          "passphrase");

  /** Verbs and adverbs of sentences. */
  private static final Pattern INFLECTED = Pattern.compile(".*(?:ed|ing|ly)");

  private static final int FEWEST_AFTER_A_VERB = 4;

  /** What is longer is cut off here, so that no text takes long. */
  private static final int LONGEST = 140;

  @Override
  public String rule() {
    return "Behind a word for it and a colon three or more words in small letters, behind 'is' four,"
        + " none of which holds a sentence together: it asks.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    if (!finds.takesDoubtful()) {
      return;
    }
    for (int word = NAMES.next(text, 0); word < text.words(); word = NAMES.next(text, word + 1)) {
      Matcher match =
          ASSIGNED
              .matcher(text.text())
              .region(text.end(word), Math.min(text.text().length(), text.end(word) + LONGEST));
      if (match.lookingAt() && isChosenByChance(text, match)) {
        finds.doubtful(PersonalData.SECRET, match.start("words"), match.end("words"));
      }
    }
  }

  private static boolean isChosenByChance(Searchable text, Matcher match) {
    int first = text.wordAt(match.start("words"));
    int behind = text.wordAt(match.end("words") - 1) + 1;
    if (match.group("sign") == null && behind - first < FEWEST_AFTER_A_VERB) {
      return false;
    }
    for (int word = first; word < behind; word++) {
      if (OF_SENTENCES.contains(text, word) || INFLECTED.matcher(text.word(word)).matches()) {
        return false;
      }
    }
    return true;
  }
}
