package dev.fortnight.privacy;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for patterns that begin at a word with a digit in it. */
final class Numbers {

  /** What stands before a part of something longer: a decimal, an amount, a part of a code. */
  private static final String GLUE = "£$€#";

  private Numbers() {}

  /**
   * Matches a pattern at each word that holds a digit, and takes those that don't stand in
   * something longer.
   *
   * @param lead how many characters before the word the pattern may begin, at a sign or a word
   * @param digits how many digits a match has at least; letters that look like them count
   */
  static void each(
      Searchable text, Pattern pattern, int lead, int digits, Consumer<Matcher> taker) {
    Matcher matcher = pattern.matcher(text.lower());
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    int behind = 0;
    int[] numbers = text.numbers();
    for (int number = 0; number < numbers.length; number++) {
      if (text.reach(number) < digits) {
        continue;
      }
      int tried = -1;
      for (int start : starts(text, numbers[number], lead)) {
        if (start < behind || start == tried) {
          continue;
        }
        tried = start;
        matcher.region(start, text.text().length());
        if (matcher.lookingAt() && isWhole(text, matcher.start(), matcher.end())) {
          behind = matcher.end();
          taker.accept(matcher);
          break;
        }
      }
    }
  }

  /** Where something may begin that goes on with a word: there, at a sign or a word before it. */
  private static int[] starts(Searchable text, int word, int lead) {
    int own = text.start(word);
    if (lead == 0) {
      return new int[] {own};
    }
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

  /** Whether nothing before or behind a place makes it a part of something longer. */
  static boolean isWhole(Searchable text, int start, int end) {
    return !continues(text.lower(), start) && !isContinued(text.lower(), end, end - start);
  }

  private static boolean continues(String text, int start) {
    if (start == 0) {
      return false;
    }
    char before = text.charAt(start - 1);
    boolean joins = ".,:-_".indexOf(before) >= 0;
    return Character.isLetterOrDigit(before)
        || GLUE.indexOf(before) >= 0
        || joins && start > 1 && Character.isDigit(text.charAt(start - 2));
  }

  /** Behind a slash a second telephone number may stand. */
  private static boolean isContinued(String text, int end, int length) {
    if (end == text.length()) {
      return false;
    }
    char after = text.charAt(end);
    boolean joins = ".,:-_".indexOf(after) >= 0 || after == '/' && length < 10;
    return Character.isLetterOrDigit(after)
        || after == '%'
        || joins && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
  }

  /** The digits of a piece of text. */
  static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }
}
