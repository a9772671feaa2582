package dev.fortnight.privacy;

import java.util.regex.Matcher;

/** NHS numbers. */
final class NhsNumberDetector implements Detector {

  private static final NumberForm NUMBER =
      NumberForm.of(
          0,
          10,
          "(?:\\d[\\s.-]?){2}\\d(?<gap>[\\s.-]?)(?:\\d[\\s.-]?){2}\\d[\\s.-]?(?:\\d[\\s.-]?){3}\\d(?!\\d)");

  private static final Vocabulary NHS = Vocabulary.of("nhs", "patient", "gp", "chi");

  @Override
  public String rule() {
    return "Ten digits whose last one fits the others (modulus 11), written in groups of three, three"
        + " and four or near the word NHS; without either they ask.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    NUMBER.each(text, match -> judge(text, match, finds));
  }

  private static void judge(Searchable text, Matcher match, Finds finds) {
    String digits = Numbers.digits(match.group());
    if (!CheckDigits.isNhsNumber(digits)
        || digits.chars().distinct().count() < 3
        || text.isInAddress(match.start())) {
      return;
    }
    boolean isNamed = text.mentions(NHS, match.start(), match.end(), 8, 4);
    boolean isGrouped = match.group().matches("\\d{3}[\\s.-]\\d{3}[\\s.-]\\d{4}");
    boolean isPlain = digits.length() == match.group().length();
    if (isNamed || isGrouped && !digits.startsWith("0")) {
      finds.certain(PersonalData.NHS_NUMBER, match.start(), match.end());
    } else if (isPlain && !digits.startsWith("0")) {
      finds.doubtful(PersonalData.NHS_NUMBER, match.start(), match.end());
    }
  }
}
