package dev.fortnight.privacy;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a number may be written that begins at a word with a digit in it, or shortly before one. */
final class NumberForm {

  private final Pattern pattern;
  private final int lead;
  private final int digits;
  private final boolean[] isFirst = new boolean[128];

  private NumberForm(Pattern pattern, int lead, int digits) {
    this.pattern = pattern;
    this.lead = lead;
    this.digits = digits;
    for (char c = 0; c < isFirst.length; c++) {
      Matcher one = pattern.matcher(String.valueOf(c));
      isFirst[c] = one.lookingAt() || one.hitEnd();
    }
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
    Matcher matcher = matcher(text.lower());
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    int behind = 0;
    int[] numbers = text.numbers();
    for (int number = 0; number < numbers.length; number++) {
      if (text.reach(number) >= digits && finds(text, numbers[number], behind, matcher)) {
        behind = matcher.end();
        taker.accept(matcher);
      }
    }
  }

  private boolean finds(Searchable text, int word, int behind, Matcher matcher) {
    if (lead == 0) {
      return findsAt(text, text.start(word), behind, matcher);
    }
    int tried = -1;
    for (int start : starts(text, word)) {
      if (start != tried && findsAt(text, start, behind, matcher)) {
        return true;
      }
      tried = start;
    }
    return false;
  }

  private boolean findsAt(Searchable text, int start, int behind, Matcher matcher) {
    return start >= behind
        && mayBegin(text.lower().charAt(start))
        && matcher.region(start, text.text().length()).lookingAt()
        && Numbers.isWhole(text, matcher.start(), matcher.end());
  }

  /** Most numbers begin otherwise, which costs far less to see than to try. */
  private boolean mayBegin(char c) {
    return c >= isFirst.length || isFirst[c];
  }

  /** Where something may begin that goes on with a word: there, at a sign or a word before it. */
  private int[] starts(Searchable text, int word) {
    int own = text.start(word);
    int before = word > 0 && own - text.start(word - 1) <= lead ? text.start(word - 1) : own;
    int sign = own;
    for (int at = own - 1; at >= Math.max(0, own - lead); at--) {
      char c = text.text().charAt(at);
      if (c == '+' || c == '(') {
        sign = at;
      } else if (c != ' ') {
        break;
      }
    }
    int beforeThat = word > 1 && own - text.start(word - 2) <= lead ? text.start(word - 2) : before;
    return new int[] {Math.min(beforeThat, sign), before, sign, own};
  }
}
