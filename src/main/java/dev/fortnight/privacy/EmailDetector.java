package dev.fortnight.privacy;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;

/** E-mail addresses, also with "at" and "dot" spelled out. */
final class EmailDetector implements Detector {

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST = 260;

  private static final String DOT =
      "(?:\\s?[\\[({<]\\s?(?:dot|\\.)\\s?[\\])}>]\\s?|,?\\s+dot,?\\s+|-dot-|\\s\\.\\s|\\.)";

  /** What stands between the name and the domain, and the domain. */
  private static final Pattern AT_DOMAIN =
      Pattern.compile(
          "(?:\\s?(?<mark>[\\[({<]\\s?(?:at|@)\\s?[\\])}>])\\s?|\\s?(?<sign>@)\\s?|(?<word>,?\\s+at(?:[\\s-]sign)?,?\\s+)|-at-)"
              + "(?<domain>[a-z0-9-]+(?:"
              + DOT
              + "[a-z0-9-]+)+)");

  private static final Pattern NAME = Pattern.compile(".*[a-z0-9][._].*|.* dot .*");

  private static final Pattern DOTS = Pattern.compile(DOT);

  /** Top-level domains that are kept for examples. Source: RFC 2606. */
  private static final Set<String> RESERVED = Set.of("example", "test", "invalid");

  /** Names of offices rather than of people. */
  private static final Set<String> OFFICES =
      Set.of(
          "info",
          "enquiries",
          "enquiry",
          "inquiries",
          "contact",
          "contactus",
          "hello",
          "help",
          "helpdesk",
          "support",
          "team",
          "press",
          "media",
          "office",
          "admin",
          "mail",
          "email",
          "feedback",
          "service",
          "services",
          "customerservices",
          "noreply",
          "no-reply",
          "webmaster",
          "postmaster",
          "security",
          "abuse",
          "accessibility",
          "digital",
          "planning",
          "housing",
          "licensing",
          "jobs",
          "recruitment",
          "foi",
          "dpo",
          "data",
          "research",
          "newsletter");

  private static final Vocabulary AT = Vocabulary.of("at");
  private static final Vocabulary SPELLED_DOT = Vocabulary.of("dot");

  @Override
  public String rule() {
    return "A name, an at sign and a domain whose last part exists, also with the signs spelled out or a"
        + " space behind each letter; that of an office asks.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    for (int at : text.signs('@')) {
      around(text, at, finds);
      spaced(text, at, finds);
    }
    int last = text.words() - 1;
    for (int word = AT.next(text, 1); word < last; word = AT.next(text, word + 1)) {
      around(text, text.start(word), finds);
    }
  }

  /**
   * @param at where the sign or the word for it begins
   */
  private static void around(Searchable text, int at, Finds finds) {
    String lower = text.lower();
    int end = at;
    while (end > 0 && at - end < 4 && " \n\t[({<-,".indexOf(lower.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = name(text, end, at);
    if (start == end) {
      return;
    }
    Matcher domain = AT_DOMAIN.matcher(lower).region(end, Math.min(lower.length(), end + LONGEST));
    if (domain.lookingAt() && domain.start("domain") > at) {
      judge(text, start, domain, finds);
    }
  }

  /** As in "j a n e @ e x a m p l e . o r g". */
  private static void spaced(Searchable text, int at, Finds finds) {
    String lower = text.lower();
    int start = at;
    while (at - start < 2 * LONGEST_NAME && isSpacedCharacter(lower, start - 2, start - 3)) {
      start -= 2;
    }
    int end = at;
    while (end - at < 2 * LONGEST && isSpacedCharacter(lower, end + 2, end + 3)) {
      end += 2;
    }
    if (end > at && lower.charAt(end) == '.') {
      end -= 2;
    }
    String domain = lower.substring(at + 1, end + 1).replace(" ", "");
    int dot = domain.lastIndexOf('.');
    if (start < at && dot > 0 && exists(domain.substring(dot + 1))) {
      finds.certain(PersonalData.EMAIL, start, end + 1);
    }
  }

  /** Whether a character of an address stands by itself, with a space on either side. */
  private static boolean isSpacedCharacter(String lower, int at, int beyond) {
    int inner = 2 * at - beyond;
    return at >= 0
        && at < lower.length()
        && isOfName(lower.charAt(at))
        && lower.charAt(inner) == ' '
        && (beyond < 0 || beyond >= lower.length() || !isOfName(lower.charAt(beyond)));
  }

  /** Where the name begins that ends at a place; dots in it may be spelled out. */
  private static int name(Searchable text, int end, int at) {
    int start = word(text.lower(), end, at - LONGEST_NAME);
    while (start < end) {
      int word = text.wordAt(start);
      boolean isSpelled =
          word > 1
              && SPELLED_DOT.contains(text, word - 1)
              && start - text.end(word - 1) <= 2
              && text.start(word - 1) - text.end(word - 2) <= 2
              && at - text.start(word - 2) <= LONGEST_NAME;
      if (!isSpelled) {
        return start;
      }
      start = word(text.lower(), text.end(word - 2), at - LONGEST_NAME);
    }
    return start;
  }

  /** Where the characters of a name begin that end at a place. */
  private static int word(String lower, int end, int limit) {
    int start = end;
    while (start > Math.max(0, limit) && isOfName(lower.charAt(start - 1))) {
      start--;
    }
    while (start < end && !Character.isLetterOrDigit(lower.charAt(start))) {
      start++;
    }
    return start;
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || "._%+'-".indexOf(c) >= 0;
  }

  private static void judge(Searchable text, int start, Matcher match, Finds finds) {
    String lower = text.lower();
    String domain = DOTS.matcher(match.group("domain")).replaceAll(".");
    String top = domain.substring(domain.lastIndexOf('.') + 1);
    String name = lower.substring(start, match.start()).strip();
    if (!exists(top) || isRepository(lower, name, match.end())) {
      return;
    }
    boolean isTight = !match.group().contains(" ");
    boolean isMarked = match.group("mark") != null || match.group("sign") != null && isTight;
    boolean isSpelled =
        match.group("domain").contains("dot") && !domain.contains("dot")
            || match.group("word") != null
                && text.text().substring(match.start(), match.end()).contains(" AT ");
    boolean isName = match.group("sign") != null || NAME.matcher(name).matches();
    if (isMarked || isSpelled) {
      boolean isOfAnOffice = OFFICES.contains(name);
      finds.add(
          PersonalData.EMAIL,
          isOfAnOffice ? Certainty.DOUBTFUL : Certainty.CERTAIN,
          start,
          match.end());
    } else if (isName) {
      finds.doubtful(PersonalData.EMAIL, start, match.end());
    }
  }

  private static boolean exists(String top) {
    return top.length() > 1
        && (RESERVED.contains(top) || DomainValidator.getInstance().isValidTld(top));
  }

  /** {@code git@github.com:owner/name} names a repository. */
  private static boolean isRepository(String lower, String name, int end) {
    return name.equals("git") && end < lower.length() && ":/".indexOf(lower.charAt(end)) >= 0;
  }
}
