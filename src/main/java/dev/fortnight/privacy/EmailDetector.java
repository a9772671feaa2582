package dev.fortnight.privacy;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;

/** E-mail addresses, also with "at" and "dot" spelled out. */
final class EmailDetector implements Detector {

  private static final int LONGEST_LOCAL_PART = 64;

  private static final String DOT =
      "(?:\\s?[\\[({<]\\s?(?:dot|\\.)\\s?[\\])}>]\\s?|\\s+dot\\s+|-dot-|\\s\\.\\s|\\.)";

  private static final Pattern SPELLED =
      Pattern.compile(
          "[a-z0-9](?:[a-z0-9_%+'-]|"
              + DOT
              + "(?=[a-z0-9]))*"
              + "(?:\\s?(?<mark>[\\[({<]\\s?(?:at|@)\\s?[\\])}>])\\s?|\\s?(?<sign>@)\\s?|\\s+at\\s+|-at-)"
              + "(?<domain>[a-z0-9-]+(?:"
              + DOT
              + "[a-z0-9-]+)+)");

  /** What has to follow the sign; most of those that are spelled out are no part of an address. */
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:at|@)(?:\\s?[\\])}>])?-?\\s*[a-z0-9-]+(?:\\s?[\\[({<-]?\\s?(?:dot|\\.)|\\s+(?:dot|\\.))");

  private static final int LONGEST = 260;

  private static final Pattern DOTS = Pattern.compile(DOT);

  /** Top-level domains that are kept for examples. Source: RFC 2606. */
  private static final Set<String> RESERVED = Set.of("example", "test", "invalid");

  /** Endings of files that are top-level domains too. */
  private static final Set<String> FILES = Set.of("md", "py", "rs", "sh", "zip", "mov", "pl");

  private static final Vocabulary AT = Vocabulary.of("at");
  private static final Vocabulary SPELLED_DOT = Vocabulary.of("dot");

  @Override
  public String rule() {
    return "A name, an at sign and a domain whose last part exists; also with the signs spelled out.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    String lower = text.lower();
    for (int at = lower.indexOf('@'); at >= 0; at = lower.indexOf('@', at + 1)) {
      around(text, at, finds);
    }
    for (int word = 1; word < text.words() - 1; word++) {
      if (AT.contains(text, word)) {
        around(text, text.start(word), finds);
      }
    }
  }

  private static void around(Searchable text, int at, Finds finds) {
    String lower = text.lower();
    int end = Math.min(lower.length(), at + LONGEST);
    if (!DOMAIN.matcher(lower).region(at, end).lookingAt()) {
      return;
    }
    Matcher matcher = SPELLED.matcher(lower);
    for (int start = start(lower, at); start < at; start++) {
      matcher.region(start, end);
      if (matcher.lookingAt() && matcher.end() > at && matcher.start("domain") > at) {
        judge(text, matcher, at, finds);
        return;
      }
    }
  }

  /** As far back as the name may go, and at the beginning of a word. */
  private static int start(String lower, int at) {
    int start = Math.max(0, at - LONGEST_LOCAL_PART);
    while (start > 0 && start < at && Character.isLetterOrDigit(lower.charAt(start - 1))) {
      start++;
    }
    return start;
  }

  private static void judge(Searchable text, Matcher matcher, int at, Finds finds) {
    String lower = text.lower();
    String domain = DOTS.matcher(matcher.group("domain")).replaceAll(".");
    String top = domain.substring(domain.lastIndexOf('.') + 1);
    if (!exists(top) || FILES.contains(top) || isRepository(lower, matcher)) {
      return;
    }
    boolean isTight = !matcher.group().contains(" ");
    boolean isMarked = matcher.group("mark") != null || matcher.group("sign") != null && isTight;
    boolean isSpelled =
        text.mentions(SPELLED_DOT, matcher.start("domain"), matcher.start("domain"), 0, 4)
            && DOTS.matcher(matcher.group("domain"))
                .results()
                .anyMatch(dot -> dot.group().contains("dot"));
    if (isMarked || isSpelled) {
      finds.certain(PersonalData.EMAIL, matcher.start(), matcher.end());
      return;
    }
    boolean hasName = lower.substring(matcher.start(), at).strip().matches(".*[a-z][._].*");
    if (matcher.group("sign") != null || hasName) {
      finds.doubtful(PersonalData.EMAIL, matcher.start(), matcher.end());
    }
  }

  private static boolean exists(String top) {
    return RESERVED.contains(top) || DomainValidator.getInstance().isValidTld(top);
  }

  /** {@code git@github.com:owner/name} names a repository. */
  private static boolean isRepository(String lower, Matcher matcher) {
    return matcher.group().startsWith("git@")
        && matcher.end() < lower.length()
        && ":/".indexOf(lower.charAt(matcher.end())) >= 0;
  }
}
