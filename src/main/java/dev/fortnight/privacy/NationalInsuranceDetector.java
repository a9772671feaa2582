package dev.fortnight.privacy;

/** National Insurance numbers. */
final class NationalInsuranceDetector implements Detector {

  private static final String BETWEEN = "[\\s.-]{0,2}";

  /** Source: HMRC, National Insurance Manual, NIM39110; QQ is what HMRC's own examples have. */
  private static final NumberForm NUMBER =
      NumberForm.of(
          5,
          6,
          "(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-pq-tw-z]"
              + BETWEEN
              + "[a-ceghj-npq-tw-z]"
              + BETWEEN
              + "\\d"
              + BETWEEN
              + "\\d"
              + BETWEEN
              + "\\d"
              + BETWEEN
              + "\\d"
              + BETWEEN
              + "\\d"
              + BETWEEN
              + "\\d"
              + BETWEEN
              + "[a-d](?![a-z0-9])");

  @Override
  public String rule() {
    return "Two letters that HMRC gives out, six digits and a letter from A to D.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    NUMBER.each(
        text,
        match -> {
          if (!text.isInAddress(match.start()) && isSeparate(text, match.start())) {
            finds.certain(PersonalData.NATIONAL_INSURANCE, match.start(), match.end());
          }
        });
  }

  private static boolean isSeparate(Searchable text, int start) {
    return start == 0 || !Character.isLetterOrDigit(text.lower().charAt(start - 1));
  }
}
