package dev.fortnight.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of passports. */
final class PassportDetector implements Detector {

  private static final NumberForm NUMBER =
      NumberForm.of(
          2,
          7,
          "(?:[a-z]{1,2}\\s?)?\\d{7,8}(?!\\d)|\\d{3}[\\s-]?\\d{3}[\\s-]?\\d{3}(?!\\d)|\\d{5}[\\s-]\\d{4}(?!\\d)|\\d{2}[a-z]{2}\\d{5}(?![a-z0-9])"
              + "|[a-z][a-z0-9]{8}(?![a-z0-9])");

  /** The first line of the part that machines read. Source: ICAO Doc 9303, part 4. */
  private static final Pattern MACHINE_READABLE =
      Pattern.compile("p[a-z<][a-z]{3}[a-z]+<[a-z<]{4,}");

  private static final Vocabulary PASSPORT = Vocabulary.of("passport", "passports");

  @Override
  public String rule() {
    return "Nine digits, or letters and digits as other countries have them, near the word passport; or"
        + " the line that machines read.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    if (PASSPORT.next(text, 0) < text.words()) {
      NUMBER.each(text, match -> judge(text, match, finds));
    }
    if (text.signs('<').length > 0) {
      Matcher line = MACHINE_READABLE.matcher(text.lower());
      while (line.find()) {
        finds.certain(PersonalData.PASSPORT, line.start(), line.end());
      }
    }
  }

  private static void judge(Searchable text, Matcher match, Finds finds) {
    if (text.mentions(PASSPORT, match.start(), match.end(), 6, 4)) {
      finds.certain(PersonalData.PASSPORT, match.start(), match.end());
    }
  }
}
