package dev.fortnight.privacy;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Number plates of vehicles. */
final class PlateDetector implements Detector {

  /** Since 2001. Source: DVLA, INF104. */
  private static final NumberForm CURRENT =
      NumberForm.of(
          0, 2, "[a-hj-pr-y][a-hj-y](?:0[2-9]|[1-7]\\d)[\\s-]?[a-hj-pr-z]{3}(?![a-z0-9])");

  private static final NumberForm OLDER =
      NumberForm.of(0, 1, "[a-hj-npr-ty]\\d{1,3}[\\s-]?[a-hj-pr-y]{3}(?![a-z0-9])");

  private static final NumberForm OLDEST =
      NumberForm.of(4, 1, "[a-z]{3}[\\s-]?\\d{1,3}[a-y](?![a-z0-9])");

  /** In small letters: the A40 and a word, such as {@code a40 was}. */
  private static final Pattern ROAD_OR_ROOM_AND_WORD =
      Pattern.compile("[a-z]\\d+\\s[a-z]*[aeiouy][a-z]*|[a-z]+\\s\\d+[a-z]");

  private static final Vocabulary VEHICLE =
      Vocabulary.of(
          "car",
          "van",
          "plate",
          "plates",
          "reg",
          "registration",
          "vehicle",
          "parked",
          "drives",
          "drive",
          "driving",
          "drove",
          "lorry",
          "motorbike",
          "bike",
          "taxi",
          "numberplate",
          "vrm",
          "parking",
          "truck",
          "volvo",
          "ford",
          "vauxhall",
          "fiesta",
          "astra",
          "golf",
          "tesla");

  @Override
  public String rule() {
    return "Letters and digits as the plates of a period have them, near words of vehicles; the current"
        + " form in capitals asks without them, an older one in small letters asks near them.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    CURRENT.each(text, match -> current(text, match, finds));
    OLDER.each(text, match -> older(text, match, finds));
    OLDEST.each(text, match -> older(text, match, finds));
  }

  private static boolean isNearVehicle(Searchable text, Matcher match) {
    return text.mentions(VEHICLE, match.start(), match.end(), 8, 4);
  }

  private static void current(Searchable text, Matcher match, Finds finds) {
    if (text.isInAddress(match.start())) {
      return;
    }
    String written = text.text().substring(match.start(), match.end());
    boolean isCapital = written.equals(written.toUpperCase(Locale.ROOT));
    if (isNearVehicle(text, match)) {
      finds.certain(PersonalData.PLATE, match.start(), match.end());
    } else if (isCapital && !text.isInCode(match.start())) {
      finds.doubtful(PersonalData.PLATE, match.start(), match.end());
    }
  }

  private static void older(Searchable text, Matcher match, Finds finds) {
    String written = text.text().substring(match.start(), match.end());
    boolean isCapital = written.equals(written.toUpperCase(Locale.ROOT));
    boolean isSeparate =
        match.start() == 0 || !Character.isLetterOrDigit(text.lower().charAt(match.start() - 1));
    if (!isSeparate || !isNearVehicle(text, match)) {
      return;
    }
    if (isCapital) {
      finds.certain(PersonalData.PLATE, match.start(), match.end());
    } else if (!ROAD_OR_ROOM_AND_WORD.matcher(match.group()).matches()) {
      finds.doubtful(PersonalData.PLATE, match.start(), match.end());
    }
  }
}
