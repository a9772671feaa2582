package dev.fortnight.privacy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Home addresses: a postcode with a house, or a house in a street where somebody lives. */
final class AddressDetector implements Detector {

  /** Source: Royal Mail, Programmers' guide to the Postcode Address File. */
  private static final NumberForm POSTCODE =
      NumberForm.of(0, 2, "[a-z]{1,2}\\d[a-z\\d]?\\s{0,2}\\d[a-z]{2}(?![a-z0-9])");

  /** The letters that stand at the end of real ones. */
  private static final Pattern REAL = Pattern.compile(".*\\d[abd-hjlnp-uw-z]{2}");

  /** How far before a postcode its house may stand. */
  private static final int REACH = 110;

  private static final int LONGEST_GAP = 60;

  /** Looking at the words before each of tens of thousands takes long. */
  private static final int MOST_POSTCODES = 5_000;

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?<said>(?:number|no\\.?|house|flat)\\s{1,2})?(?<![\\w£$€.,:/-])\\d{1,4}[a-z]?(?![\\w./:%-]),?");

  private static final List<String> STREET =
      List.of(
          "street",
          "st",
          "road",
          "rd",
          "lane",
          "ln",
          "avenue",
          "ave",
          "close",
          "drive",
          "dr",
          "crescent",
          "terrace",
          "gardens",
          "grove",
          "court",
          "mews",
          "row",
          "place",
          "way",
          "hill",
          "walk",
          "square",
          "green",
          "park",
          "view",
          "rise",
          "parade",
          "wharf",
          "villas");

  private static final Vocabulary STREETS = Vocabulary.of(STREET);

  /** A house's number or name, at the beginning of a line of an address. */
  private static final Pattern HOUSE =
      Pattern.compile(
          "(?:(?:flat|apartment|apt|unit|no\\.?|number|house)\\s?)?(?<![\\w£$€.])\\d{1,4}[a-z]?(?:\\s?[-/]\\s?\\d{1,4}[a-z]?)?,?\\s{1,2}(?:[A-Z][\\w'.-]*[,\\s]{1,3}){1,10}"
              + "|(?:[A-Z][\\w']+\\s){1,3}(?:Cottage|House|Farm|Lodge|Barn|Villa|Bungalow)[,\\s]{1,3}(?:[A-Z][\\w'.-]*[,\\s]{1,3}){1,10}");

  private static final NumberForm IN_A_STREET =
      NumberForm.of(
          0,
          1,
          "\\d{1,4}[a-z]?,?\\s{1,2}(?:[a-z][\\w'.-]*\\s{1,2}){1,3}"
              + "(?:"
              + String.join("|", STREET)
              + ")(?![a-z])");

  private static final Vocabulary HOME =
      Vocabulary.of(
          "lives",
          "live",
          "living",
          "lived",
          "home",
          "house",
          "flat",
          "moved",
          "resides",
          "doorstep",
          "neighbour",
          "neighbours",
          "visited",
          "visit");

  private static final Vocabulary ADDRESS = Vocabulary.of("address", "postcode");

  private static final Vocabulary OWN =
      Vocabulary.of("my", "her", "his", "their", "your", "own", "mine", "personal", "participant");

  private static final Vocabulary OFFICE =
      Vocabulary.of(
          "office", "offices", "council", "hall", "museum", "library", "downing", "venue");

  @Override
  public String rule() {
    return "A postcode behind a house and its street, or a house and its street where the words speak"
        + " of a home; a postcode alone asks where they do.";
  }

  /** From so many postcodes on, one question stands for all that are not looked at. */
  @Override
  public void search(Searchable text, Finds finds) {
    AtomicInteger postcodes = new AtomicInteger();
    POSTCODE.each(
        text,
        match -> {
          int count = postcodes.incrementAndGet();
          if (count <= MOST_POSTCODES) {
            postcode(text, match, finds);
          } else if (count == MOST_POSTCODES + 1) {
            finds.doubtful(PersonalData.ADDRESS, match.start(), match.end());
          }
        });
    if (hasStreet(text)) {
      IN_A_STREET.each(text, match -> street(text, match, finds));
    }
  }

  private static boolean hasStreet(Searchable text) {
    for (int number : text.numbers()) {
      for (int word = number + 1; word < Math.min(text.words(), number + 5); word++) {
        if (STREETS.contains(text, word)) {
          return true;
        }
      }
    }
    return false;
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
    Matcher street = IN_A_STREET.matcher(text.lower()).region(reach, match.start());
    if (street.find()
        && match.start() - street.end() <= LONGEST_GAP
        && !text.isBroken(street.start(), match.start())
        && isOneSentence(text, street.end(), match.start())
        && !text.mentions(OFFICE, street.start(), match.end(), 4, 0)) {
      finds.certain(PersonalData.ADDRESS, street.start(), match.end());
      return;
    }
    if (isNumbered(text, match, reach, finds)) {
      return;
    }
    boolean isHome =
        text.mentions(HOME, match.start(), match.end(), 8, 2)
            || text.mentions(ADDRESS, match.start(), match.end(), 4, 2)
                && text.mentions(OWN, match.start(), match.end(), 6, 0);
    if (REAL.matcher(match.group()).matches()
        && isHome
        && !text.mentions(OFFICE, match.start(), match.end(), 6, 0)) {
      finds.doubtful(PersonalData.ADDRESS, match.start(), match.end());
    }
  }

  /** The number of a house alone, with a postcode at once or a little later. */
  private static boolean isNumbered(Searchable text, Matcher match, int reach, Finds finds) {
    Matcher house = NUMBERED.matcher(text.lower()).region(reach, match.start());
    house.useTransparentBounds(true);
    while (house.find()) {
      int gap = match.start() - house.end();
      boolean isSaid = house.group("said") != null;
      boolean isOneSentence =
          gap <= LONGEST_GAP
              && isOneSentence(text, house.end(), match.start())
              && !text.isBroken(house.start(), match.start());
      if (gap <= 2 || isSaid && isOneSentence) {
        Certainty certainty = gap <= 2 ? Certainty.CERTAIN : Certainty.DOUBTFUL;
        finds.add(PersonalData.ADDRESS, certainty, house.start(), match.end());
        return true;
      }
    }
    return false;
  }

  private static boolean isOneSentence(Searchable text, int start, int end) {
    return !text.text().substring(start, end).matches("(?s).*[.!?]\\s.*");
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
