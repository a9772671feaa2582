package dev.fortnight.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of payment cards. */
final class CardDetector implements Detector {

  private static final NumberForm NUMBER =
      NumberForm.of(0, 13, "[2-6](?:[\\s.-]?\\d){12,18}(?!\\d)");

  /** Source: ISO/IEC 7812 ranges as their issuers publish them. */
  private static final Pattern ISSUERS =
      Pattern.compile(
          "4\\d{12}(?:\\d{3})?(?:\\d{3})?|5[1-5]\\d{14}|2(?:2[2-9]|[3-6]\\d|7[01])\\d{13}|2720\\d{12}"
              + "|3[47]\\d{13}|3(?:0[0-5]|[689]\\d)\\d{11}|6(?:011|4[4-9]\\d|5\\d\\d)\\d{12}"
              + "|(?:50|5[6-9]|6[37])\\d{11,17}|35\\d{14}|62\\d{14,17}");

  /** Groups as cards and people have them, or each digit by itself; figures in a row differ. */
  private static final Pattern GROUPS =
      Pattern.compile("\\d{3,}(?:[\\s.-]\\d{3,})*|\\d(?:[\\s.-]\\d)+|\\d\\d(?:[\\s.-]\\d\\d)+");

  @Override
  public String rule() {
    return "Thirteen to nineteen digits in a range that cards have, whose last one fits (Luhn).";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    NUMBER.each(text, match -> judge(text, match, finds));
  }

  private static void judge(Searchable text, Matcher match, Finds finds) {
    String digits = Numbers.digits(match.group());
    if (GROUPS.matcher(match.group()).matches()
        && ISSUERS.matcher(digits).matches()
        && CheckDigits.isCard(digits)
        && !text.isInAddress(match.start())) {
      finds.certain(PersonalData.CARD, match.start(), match.end());
    }
  }
}
