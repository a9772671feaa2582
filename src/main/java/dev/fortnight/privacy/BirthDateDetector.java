package dev.fortnight.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of birth. */
final class BirthDateDetector implements Detector {

  private static final Vocabulary BIRTH =
      Vocabulary.of("born", "dob", "birth", "birthdate", "birthday", "bday");

  /** What is born without being a person. */
  private static final Vocabulary THINGS =
      Vocabulary.of(
          "project",
          "service",
          "idea",
          "website",
          "site",
          "programme",
          "product",
          "app",
          "blog",
          "tool",
          "platform",
          "organisation",
          "company",
          "community",
          "network",
          "gds");

  private static final Vocabulary BORN = Vocabulary.of("born", "birth", "birthday");

  @Override
  public String rule() {
    return "A day near words of birth; that of a project or a service asks.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    for (int word = 0; word < text.words(); word++) {
      if (BIRTH.contains(text, word)) {
        near(text, word, finds);
      }
    }
  }

  private static void near(Searchable text, int word, Finds finds) {
    int first = text.start(Math.max(0, word - 6));
    int last = text.end(Math.min(text.words() - 1, word + 9));
    boolean isFound =
        near(text, word, Dates.WHOLE, first, last, finds)
            || near(text, word, Dates.MONTH_FIRST, first, last, finds);
    if (!isFound) {
      Matcher match = Dates.BIRTHDAY.matcher(text.lower()).region(first, last);
      if (match.find() && !text.isBroken(Math.min(match.end(), text.end(word)), match.start())) {
        finds.doubtful(PersonalData.BIRTH_DATE, match.start(), match.end());
      }
    }
  }

  private static boolean near(
      Searchable text, int word, Pattern form, int first, int last, Finds finds) {
    Matcher match = form.matcher(text.lower()).region(first, last);
    match.useTransparentBounds(true);
    while (match.find()) {
      boolean isApart =
          text.isBroken(
              Math.min(match.end(), text.end(word)), Math.max(match.start(), text.start(word)));
      if (!isApart && Numbers.isWhole(text, match.start(), match.end())) {
        boolean isThing =
            BORN.contains(text, word)
                && text.mentions(THINGS, text.start(word), text.end(word), 5, 1);
        finds.add(
            PersonalData.BIRTH_DATE,
            isThing ? Certainty.DOUBTFUL : Certainty.CERTAIN,
            match.start(),
            match.end());
        return true;
      }
    }
    return false;
  }
}
