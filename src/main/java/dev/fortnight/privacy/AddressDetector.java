package dev.fortnight.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Home addresses: a postcode with a house, or a house in a street where somebody lives. */
final class AddressDetector implements Detector {

  /** Source: Royal Mail, Programmers' guide to the Postcode Address File. */
  private static final Pattern POSTCODE =
      Pattern.compile("[a-z]{1,2}\\d[a-z\\d]?\\s{0,2}\\d[a-z]{2}(?![a-z0-9])");

  /** The letters that stand at the end of real ones. */
  private static final Pattern REAL = Pattern.compile(".*\\d[abd-hjlnp-uw-z]{2}");

  /** How far before a postcode its house may stand. */
  private static final int REACH = 110;

  private static final String STREET =
      "(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|dr|crescent|terrace|gardens|grove"
          + "|court|mews|row|place|way|hill|walk|square|green|park|view|rise|parade|wharf|villas)";

  /** A house's number or name, at the beginning of a line of an address. */
  private static final Pattern HOUSE =
      Pattern.compile(
          "(?:(?:flat|apartment|apt|unit|no\\.?|number|house)\\s?)?(?<![\\w£$€.])\\d{1,4}[a-z]?(?:\\s?[-/]\\s?\\d{1,4}[a-z]?)?,?\\s{1,2}(?:[A-Z][\\w'.-]*[,\\s]{1,3}){1,10}"
              + "|(?:[A-Z][\\w']+\\s){1,3}(?:Cottage|House|Farm|Lodge|Barn|Villa|Bungalow)[,\\s]{1,3}(?:[A-Z][\\w'.-]*[,\\s]{1,3}){1,10}");

  private static final Pattern IN_A_STREET =
      Pattern.compile(
          "\\d{1,4}[a-z]?,?\\s{1,2}(?:[a-z][\\w'.-]*\\s{1,2}){1,3}" + STREET + "(?![a-z])");

  private static final Vocabulary HOME =
      Vocabulary.of(
          "lives",
          "live",
          "living",
          "lived",
          "home",
          "house",
          "flat",
          "address",
          "moved",
          "resides",
          "postcode",
          "doorstep",
          "neighbour",
          "neighbours",
          "visited",
          "visit");

  private static final Vocabulary OFFICE =
      Vocabulary.of(
          "office", "offices", "council", "hall", "museum", "library", "downing", "venue");

  @Override
  public String rule() {
    return "A postcode behind a house and its street, or a house and its street where the words speak"
        + " of a home; a postcode alone asks where they do.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    Numbers.each(text, POSTCODE, 2, match -> postcode(text, match, finds));
    Numbers.each(text, IN_A_STREET, 0, match -> street(text, match, finds));
  }

  private static void postcode(Searchable text, Matcher match, Finds finds) {
    if (text.isInAddress(match.start()) || !isSeparate(text, match.start())) {
      return;
    }
    int reach = Math.max(0, match.start() - REACH);
    Matcher house = HOUSE.matcher(text.text()).region(reach, match.start());
    house.useTransparentBounds(true);
    while (house.find()) {
      if (house.end() >= match.start() - 1 && !text.isBroken(house.start(), match.start())) {
        boolean isOffice =
            text.mentions(OFFICE, house.start(), match.end(), 4, 0)
                || text.mentions(OFFICE, house.start(), house.start(), 0, words(text, house));
        finds.add(
            PersonalData.ADDRESS,
            isOffice ? Certainty.DOUBTFUL : Certainty.CERTAIN,
            house.start(),
            match.end());
        return;
      }
    }
    if (REAL.matcher(match.group()).matches()
        && text.mentions(HOME, match.start(), match.end(), 8, 2)) {
      finds.doubtful(PersonalData.ADDRESS, match.start(), match.end());
    }
  }

  private static int words(Searchable text, Matcher match) {
    return text.wordAt(match.end()) - text.wordAt(match.start());
  }

  private static boolean isSeparate(Searchable text, int start) {
    return start == 0 || !Character.isLetterOrDigit(text.lower().charAt(start - 1));
  }

  private static void street(Searchable text, Matcher match, Finds finds) {
    boolean isHome = text.mentions(HOME, match.start(), match.end(), 5, 2);
    if (isHome && !text.mentions(OFFICE, match.start(), match.end(), 3, 5)) {
      finds.certain(PersonalData.ADDRESS, match.start(), match.end());
    }
  }
}
