package dev.fortnight.privacy;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a number may be written that begins at a word with a digit in it, or shortly before one. */
final class NumberForm {

  private final Pattern pattern;
  private final int lead;
  private final int digits;
  private final Beginnings beginnings = new Beginnings();

  private NumberForm(Pattern pattern, int lead, int digits) {
    this.pattern = pattern;
    this.lead = lead;
    this.digits = digits;
  }

  /**
   * @param lead how many characters before the word it may begin, at a sign or a word
   * @param digits how many digits it has at least; letters that look like them count
   * @param form a regular expression, of small letters
   */
  static NumberForm of(int lead, int digits, String form) {
    return new NumberForm(Pattern.compile(form), lead, digits);
  }

  /** For where else such a number may stand. */
  Matcher matcher(String text) {
    return pattern.matcher(text);
  }

  /** Takes those in a text that don't stand in something longer. */
  void each(Searchable text, Consumer<Matcher> taker) {
    int[] beginning = text.beginnings();
    Matcher matcher = null;
    int behind = 0;
    for (int number = 0; number < beginning.length; number++) {
      if (text.reach(number) < digits || lead == 0 && beginnings.isHopeless(beginning[number])) {
        continue;
      }
      if (matcher == null) {
        matcher = matcher(text.lower()).useTransparentBounds(true).useAnchoringBounds(false);
      }
      int word = text.numbers()[number];
      if (lead > 0 && findsBefore(text, word, behind, matcher)
          || findsAt(text, text.start(word), beginning[number], behind, matcher)) {
        behind = matcher.end();
        taker.accept(matcher);
      }
    }
  }

  /** Where something may begin that goes on with a word: at a sign or a word before it. */
  private boolean findsBefore(Searchable text, int word, int behind, Matcher matcher) {
    int own = text.start(word);
    int before = word > 0 && own - text.start(word - 1) <= lead ? text.start(word - 1) : own;
    int beforeThat = word > 1 && own - text.start(word - 2) <= lead ? text.start(word - 2) : before;
    int sign = sign(text.text(), own);
    int first = Math.min(beforeThat, sign);
    return first < own && findsAt(text, first, behind, matcher)
        || before < own && before != first && findsAt(text, before, behind, matcher)
        || sign < own && sign != first && findsAt(text, sign, behind, matcher);
  }

  /** The first of those just before a place; the place where there is none. */
  private int sign(String text, int own) {
    int sign = own;
    for (int at = own - 1; at >= Math.max(0, own - lead); at--) {
      char c = text.charAt(at);
      if (c == '+' || c == '(') {
        sign = at;
      } else if (c != ' ') {
        break;
      }
    }
    return sign;
  }

  private boolean findsAt(Searchable text, int start, int behind, Matcher matcher) {
    return findsAt(text, start, Beginnings.of(text.lower(), start), behind, matcher);
  }

  private boolean findsAt(Searchable text, int start, int beginning, int behind, Matcher matcher) {
    return start >= behind
        && beginnings.isPossible(beginning, start, matcher)
        && matcher.region(start, text.text().length()).lookingAt()
        && Numbers.isWhole(text, matcher.start(), matcher.end());
  }
}
