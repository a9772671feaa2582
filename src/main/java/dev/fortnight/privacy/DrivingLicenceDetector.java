package dev.fortnight.privacy;

/** Numbers of British driving licences. */
final class DrivingLicenceDetector implements Detector {

  /**
   * Five of the surname, the coded day of birth, initials, check characters. Source: DVLA, INF45.
   */
  private static final NumberForm NUMBER =
      NumberForm.of(
          6,
          6,
          "[a-z][a-z9]{4}[\\s-]?\\d[\\s-]?(?:[05][1-9]|[16][0-2])[\\s-]?(?:0[1-9]|[12]\\d|3[01])[\\s-]?\\d[\\s-]?[a-z][a-z9][\\s-]?[a-z0-9][\\s-]?[a-z]{2}(?:\\s?\\d{2})?(?![a-z0-9])");

  private static final NumberForm EIGHT_DIGITS = NumberForm.of(0, 8, "\\d{8}(?!\\d)");

  private static final Vocabulary LICENCE = Vocabulary.of("licence", "license", "licences");
  private static final Vocabulary DRIVING =
      Vocabulary.of("driving", "driver", "drivers", "dvla", "dva");

  @Override
  public String rule() {
    return "Sixteen characters in which a day of birth can be read; eight digits near the words of a"
        + " driving licence.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    NUMBER.each(
        text,
        match -> {
          if (match.start() == 0
              || !Character.isLetterOrDigit(text.lower().charAt(match.start() - 1))) {
            finds.certain(PersonalData.DRIVING_LICENCE, match.start(), match.end());
          }
        });
    EIGHT_DIGITS.each(
        text,
        match -> {
          if (text.mentions(LICENCE, match.start(), match.end(), 5, 3)
              && text.mentions(DRIVING, match.start(), match.end(), 6, 4)) {
            finds.certain(PersonalData.DRIVING_LICENCE, match.start(), match.end());
          }
        });
  }
}
