package dev.fortnight.privacy;

/** Looks at what stands in and around numbers. */
final class Numbers {

  /** What stands before a part of something longer: a decimal, an amount, a part of a code. */
  private static final String GLUE = "£$€#";

  private Numbers() {}

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
