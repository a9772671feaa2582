package dev.fortnight.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of birth. */
final class BirthDateDetector implements Detector {

  /** The last is that of "d.o.b." and "b." too. */
  private static final Vocabulary BIRTH =
      Vocabulary.of("born", "dateofbirth", "dob", "birth", "birthdate", "birthday", "bday", "b");

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

  private static final int LONGEST = 40;

  private static final Vocabulary D = Vocabulary.of("d");
  private static final Vocabulary O = Vocabulary.of("o");
  private static final Vocabulary B = Vocabulary.of("b");

  private static final Vocabulary BORN = Vocabulary.of("born", "birth", "birthday");

  @Override
  public String rule() {
    return "A day near words of birth; not that of a project or a service.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    for (int word = BIRTH.next(text, 0); word < text.words(); word = BIRTH.next(text, word + 1)) {
      near(text, word, finds);
    }
  }

  /** The last letter of "d.o.b.". */
  private static boolean isAbbreviated(Searchable text, int word) {
    return word > 1
        && B.contains(text, word)
        && O.contains(text, word - 1)
        && D.contains(text, word - 2)
        && text.start(word) - text.start(word - 2) <= 6;
  }

  /** What follows the word is meant rather than what stands before it. */
  private static void near(Searchable text, int word, Finds finds) {
    int own = text.start(word);
    if (B.contains(text, word) && !isAbbreviated(text, word)) {
      justBehind(text, word, finds);
      return;
    }
    int first = text.start(Math.max(0, word - 6));
    int last = text.end(Math.min(text.words() - 1, word + 9));
    boolean isFound = whole(text, word, own, last, finds) || whole(text, word, first, own, finds);
    if (!isFound) {
      Matcher match = Dates.BIRTHDAY.matcher(text.lower()).region(own, last);
      if (match.find() && !text.isBroken(own, match.start())) {
        finds.doubtful(PersonalData.BIRTH_DATE, match.start(), match.end());
      }
    }
  }

  /** As in "(b. 12 October 1971)"; a day without its year may be anything. */
  private static void justBehind(Searchable text, int word, Finds finds) {
    int end = text.end(word);
    if (word + 1 == text.words() || !Character.isDigit(text.text().charAt(text.start(word + 1)))) {
      return;
    }
    Matcher match = Dates.WHOLE.matcher(text.lower());
    match.region(end, Math.min(text.text().length(), end + LONGEST)).useTransparentBounds(true);
    boolean isBehind = text.lower().startsWith(". ", end) || text.lower().startsWith(" ", end);
    if (isBehind && match.find() && match.start() <= end + 2) {
      finds.certain(PersonalData.BIRTH_DATE, match.start(), match.end());
    }
  }

  private static boolean whole(Searchable text, int word, int from, int to, Finds finds) {
    return any(text, word, Dates.WHOLE, from, to, finds)
        || any(text, word, Dates.MONTH_FIRST, from, to, finds);
  }

  private static boolean any(
      Searchable text, int word, Pattern form, int from, int to, Finds finds) {
    Matcher match = form.matcher(text.lower()).region(from, to);
    match.useTransparentBounds(true);
    while (match.find()) {
      int own = text.start(word);
      boolean isApart = text.isBroken(Math.min(match.end(), own), Math.max(match.start(), own));
      if (!isApart && Numbers.isWhole(text, match.start(), match.end())) {
        boolean isThing =
            BORN.contains(text, word) && text.mentions(THINGS, own, text.end(word), 5, 1);
        if (!isThing) {
          finds.certain(PersonalData.BIRTH_DATE, match.start(), match.end());
        }
        return true;
      }
    }
    return false;
  }
}
