package dev.fortnight.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers of the United Kingdom in all their forms, and international ones. */
final class PhoneDetector implements Detector {

  /** What people write between digits; a quotation's mark where a line breaks in one. */
  private static final String BETWEEN = "[\\s.()/_>-]{0,4}";

  /** A digit, or a letter that looks like one. */
  private static final String DIGIT = "[0-9ol]";

  private static final NumberForm NATIONAL =
      NumberForm.of(
          1,
          10,
          "\\(?[0o]" + BETWEEN + "[1-35789l](?:" + BETWEEN + DIGIT + "){8,9}(?!" + DIGIT + ")");

  private static final NumberForm BRITISH =
      NumberForm.of(
          3,
          11,
          "(?:\\+|00)"
              + BETWEEN
              + "44"
              + BETWEEN
              + "(?:\\(?0\\)?"
              + BETWEEN
              + ")?[1-9](?:"
              + BETWEEN
              + DIGIT
              + "){8,9}(?!"
              + DIGIT
              + ")");

  private static final NumberForm FOREIGN =
      NumberForm.of(1, 7, "(?:\\+|00)[1-9](?:" + BETWEEN + "[0-9]){6,14}(?![0-9])");

  private static final NumberForm AMERICAN =
      NumberForm.of(1, 10, "(?:1[ .-])?\\(?[2-9]\\d{2}\\)?[ .-]{1,2}\\d{3}[.-]\\d{4}(?!\\d)");

  private static final NumberForm WITHOUT_ZERO =
      NumberForm.of(0, 10, "7\\d{3}[ .-]?\\d{3}[ .-]?\\d{3}(?!\\d)");

  private static final NumberForm LOCAL =
      NumberForm.of(0, 6, "\\d{3}[ -]\\d{3,4}(?!\\d)|\\d{6}(?!\\d)");

  private static final Vocabulary RING =
      Vocabulary.of("phone", "telephone", "tel", "call", "ring", "rang", "text", "landline", "on");

  private static final NumberForm EXTENSION = NumberForm.of(0, 3, "\\d{3,5}(?!\\d)");

  /**
   * Numbers of services rather than of people. Source: Ofcom, National Telephone Numbering Plan.
   */
  private static final Pattern OF_SERVICES = Pattern.compile("0(?:3|5|8|9)\\d+");

  private static final Pattern BOOK = Pattern.compile("\\d-\\d{1,7}-\\d{1,7}-\\d");

  /** A share, or a day that another one follows. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "0\\.\\d{7,}$|\\d{1,2}([/.-])\\d{1,2}\\1(?:19|20)\\d{2}(?!\\d)"
              + "|\\d{1,2}([/.])\\d{1,2}\\2\\d{2}\\s?-");

  /** So many are no letters that look like them. */
  private static final int FEWEST_DIGITS = 5;

  private static final Vocabulary CALL =
      Vocabulary.of(
          "phone",
          "phoned",
          "telephone",
          "tel",
          "mobile",
          "mob",
          "cell",
          "call",
          "called",
          "ring",
          "rang",
          "text",
          "whatsapp",
          "landline",
          "number",
          "fax",
          "sms",
          "signal",
          "contact");

  private static final Vocabulary EXTENSIONS = Vocabulary.of("ext", "extn", "extension");

  private static final Vocabulary NOT_PHONES =
      Vocabulary.of(
          "isbn",
          "issn",
          "issue",
          "ticket",
          "order",
          "invoice",
          "commit",
          "version",
          "build",
          "ref",
          "reference",
          "doi",
          "id",
          "pr",
          "uprn");

  @Override
  public String rule() {
    return "Ten or eleven digits that begin with 0, or +44 and ten, or + and a number that its country"
        + " could have; shorter ones where the words around speak of a telephone.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    if (text.numbers().length == 0 && !text.lower().contains("o")) {
      return;
    }
    BRITISH.each(text, match -> certain(text, match, finds));
    NATIONAL.each(text, match -> national(text, match, finds));
    FOREIGN.each(text, match -> foreign(text, match, finds));
    AMERICAN.each(text, match -> american(text, match, finds));
    WITHOUT_ZERO.each(text, match -> withoutZero(text, match, finds));
    if (finds.takesDoubtful()) {
      LOCAL.each(text, match -> local(text, match, finds));
      EXTENSION.each(text, match -> extension(text, match, finds));
    }
  }

  private static boolean speaksOfPhones(Searchable text, Matcher match) {
    return text.mentions(CALL, match.start(), match.end(), 6, 2);
  }

  private static boolean isSomethingElse(Searchable text, Matcher match) {
    boolean isInAddress = text.isInAddress(match.start()) && !speaksOfPhones(text, match);
    return isInAddress
        || Numbers.digits(plain(match)).length() < FEWEST_DIGITS
        || text.mentions(NOT_PHONES, match.start(), match.end(), 2, 0)
            && !speaksOfPhones(text, match)
        || BOOK.matcher(match.group()).lookingAt()
        || FIGURE.matcher(match.group()).lookingAt();
  }

  /** With digits for the letters that look like them. */
  private static String plain(Matcher match) {
    return match.group().replace('o', '0').replace('l', '1');
  }

  private static void certain(Searchable text, Matcher match, Finds finds) {
    if (!isSomethingElse(text, match)) {
      finds.certain(PersonalData.PHONE, match.start(), match.end());
    }
  }

  private static void national(Searchable text, Matcher match, Finds finds) {
    if (isSomethingElse(text, match)) {
      return;
    }
    String digits = Numbers.digits(plain(match));
    boolean isShort = digits.length() == 10 && !digits.startsWith("01");
    boolean isOfService = OF_SERVICES.matcher(digits).matches();
    Certainty certainty = isOfService || isShort ? Certainty.DOUBTFUL : Certainty.CERTAIN;
    if (!isShort || isOfService || speaksOfPhones(text, match)) {
      finds.add(PersonalData.PHONE, certainty, match.start(), match.end());
    }
  }

  private static void foreign(Searchable text, Matcher match, Finds finds) {
    String number = "+" + Numbers.digits(match.group()).replaceFirst("^00", "");
    boolean isMarked = match.group().startsWith("+") || speaksOfPhones(text, match);
    if (isMarked && !isSomethingElse(text, match) && isPossible(number)) {
      finds.certain(PersonalData.PHONE, match.start(), match.end());
    }
  }

  private static boolean isPossible(String number) {
    try {
      PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
      return numbers.isPossibleNumber(numbers.parse(number, null));
    } catch (NumberParseException e) {
      return false; // it is no number of any country
    }
  }

  private static void american(Searchable text, Matcher match, Finds finds) {
    boolean isMarked = match.group().contains(")") || !match.group().contains(" ");
    if ((isMarked || speaksOfPhones(text, match)) && !isSomethingElse(text, match)) {
      finds.certain(PersonalData.PHONE, match.start(), match.end());
    }
  }

  private static void withoutZero(Searchable text, Matcher match, Finds finds) {
    if (speaksOfPhones(text, match) && !isSomethingElse(text, match)) {
      finds.certain(PersonalData.PHONE, match.start(), match.end());
    }
  }

  private static void local(Searchable text, Matcher match, Finds finds) {
    boolean isRung = text.mentions(RING, match.start(), match.end(), 2, 0);
    if (isRung && text.mentions(CALL, match.start(), match.end(), 5, 0)) {
      finds.doubtful(PersonalData.PHONE, match.start(), match.end());
    }
  }

  private static void extension(Searchable text, Matcher match, Finds finds) {
    if (text.mentions(EXTENSIONS, match.start(), match.end(), 1, 0)) {
      finds.doubtful(PersonalData.PHONE, match.start(), match.end());
    }
  }
}
