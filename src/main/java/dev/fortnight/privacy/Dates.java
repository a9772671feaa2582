package dev.fortnight.privacy;

import java.util.regex.Pattern;

/** How people write days. */
final class Dates {

  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

  private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";

  private static final String YEAR = "(?:(?:19|20)\\d{2}|'?\\d{2})";

  private static final String ORDINAL =
      "(?:(?:twenty|thirty)-?\\s?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
          + "|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth";

  private static final String YEAR_IN_WORDS =
      "(?:nineteen|twenty|two\\s+thousand)(?:[\\s-]+(?:and\\s+)?[a-z]+(?:-[a-z]+)?)?";

  private static final String DAY_IN_TEXT =
      "(?:" + DAY + "(?:st|nd|rd|th)?|(?:the\\s+)?(?:" + ORDINAL + "))";

  private static final String END = "(?!\\d)";

  private static final String BY_NUMBERS =
      DAY + "\\s?[/.-]\\s?(?:0?[1-9]|1[0-2])\\s?[/.-]\\s?" + YEAR + END;

  private static final String AMERICAN = "(?:0?[1-9]|1[0-2])/" + DAY + "/" + YEAR + END;

  private static final String YEAR_FIRST =
      "(?:19|20)\\d{2}[/.-](?:0?[1-9]|1[0-2])[/.-]" + DAY + END;

  private static final String BY_WORDS =
      DAY_IN_TEXT
          + "[\\s-]+(?:of\\s+)?"
          + MONTH
          + "[\\s,.-]+(?:in\\s+)?(?:"
          + YEAR
          + END
          + "|"
          + YEAR_IN_WORDS
          + ")";

  /** A day with its year, and no part of a path. */
  static final Pattern WHOLE =
      Pattern.compile(
          "(?<![/\\w])(?:"
              + String.join("|", BY_NUMBERS, AMERICAN, YEAR_FIRST, BY_WORDS)
              + ")(?!/)");

  /** A day whose month comes first, with its year. */
  static final Pattern MONTH_FIRST =
      Pattern.compile(MONTH + "[\\s.]+" + DAY + "(?:st|nd|rd|th)?,?[\\s]+" + YEAR + "(?!\\d)");

  /** A day without its year. */
  static final Pattern BIRTHDAY =
      Pattern.compile(DAY_IN_TEXT + "\\s+(?:of\\s+)?" + MONTH + "(?![a-z])");

  private Dates() {}
}
