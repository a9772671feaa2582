package dev.fortnight.programme;

import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How single values of {@code programme.yml} are read. Each method throws on what is not such a
 * value; its message is not shown, because the value may be a secret.
 */
final class ProgrammeValues {

  /** What {@code publish.working} may list. */
  static final List<String> WORKING =
      List.of(
          "topics",
          "assumptions",
          "interviews",
          "weeknotes",
          "findings",
          "recommendations",
          "pages",
          "data");

  private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

  /**
   * A password before the host; anything before the host of a web address, or a query; and GitHub's
   * tokens wherever they stand. Source: docs.github.com, "GitHub's token formats".
   */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)^[a-z+.-]+://[^/@]*:[^/@]*@|^[^/@:]+:[^/@]+@|^https?:[/\\\\]*[^/]*@|^https?:.*[?#]"
              + "|gh[a-z]_[a-z0-9]{16}|github_pat_");

  private static final Pattern TOKEN = Pattern.compile("(?i)gh[a-z]_[a-z0-9]{16}|github_pat_");

  /** A name of at least two parts, the last of letters, as a number never is. */
  private static final Pattern PUBLIC_NAME =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

  /** Source: RFC 6761, RFC 6762, RFC 8375 and ICANN's resolution on {@code internal}. */
  private static final Pattern CLOSED_NAME =
      Pattern.compile("\\.(?:local|localhost|internal|test|invalid|home\\.arpa|lan|corp|home)$");

  /** Characters that steer how the others are shown. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

  private static final int LONGEST_ADDRESS = 2000;

  private static final int LONGEST_SENTENCE = 200;

  private ProgrammeValues() {}

  /** Also in file names and messages, so only letters, digits and hyphens. */
  static String id(String text) {
    if (!text.matches("[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  static Locale language(String tag) {
    Locale language = new Locale.Builder().setLanguageTag(tag).build();
    if (!language.getLanguage().matches("[a-z]{2,3}")) {
      throw new IllegalArgumentException();
    }
    return language;
  }

  static Duration duration(String text) {
    Duration duration = Duration.parse(text);
    if (duration.isNegative()) {
      throw new IllegalArgumentException();
    }
    return duration;
  }

  static Period days(String text) {
    Period period = Period.parse(text);
    if (period.toTotalMonths() != 0 || period.getDays() < 7 || period.getDays() > 366) {
      throw new IllegalArgumentException(text);
    }
    return period;
  }

  static Programme.Meeting meeting(String text) {
    String[] parts = text.split(" ");
    DayOfWeek day = DayOfWeek.of(DAYS.indexOf(parts[0].toUpperCase(Locale.ROOT)) + 1);
    return new Programme.Meeting(day, LocalTime.parse(parts[1]));
  }

  /** Refuses addresses that carry a secret; a token comes from the environment. */
  static String git(String address) {
    if (SECRET.matcher(address).find() || address.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException();
    }
    return address;
  }

  static String repository(String text) {
    if (!text.matches("[\\w.-]+/[\\w.-]+")) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  static Path inside(String text) {
    Path path = Path.of(text).normalize();
    if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
      throw new IllegalArgumentException(text);
    }
    return path;
  }

  static URI http(String text) {
    URI uri = URI.create(text);
    boolean isWeb = List.of("http", "https").contains(uri.getScheme());
    if (uri.getHost() == null
        || !isWeb
        || uri.getUserInfo() != null
        || SECRET.matcher(text).find()) {
      throw new IllegalArgumentException(text);
    }
    return uri;
  }

  /**
   * An address on the internet. What it asks for may stand in it, since invitations to calls have
   * it; a name that only some networks know, and a number instead of a name, are refused.
   */
  static URI openAddress(String text) {
    URI uri = URI.create(text);
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    if (!"https".equals(uri.getScheme())
        || uri.getRawUserInfo() != null
        || text.length() > LONGEST_ADDRESS
        || TOKEN.matcher(text).find()
        || !PUBLIC_NAME.matcher(host).matches()
        || CLOSED_NAME.matcher(host).find()) {
      throw new IllegalArgumentException();
    }
    return uri;
  }

  static int sprint(String text) {
    int number = Integer.parseInt(text);
    if (number < 1 || number > 10_000) {
      throw new IllegalArgumentException();
    }
    return number;
  }

  static String sentence(String text) {
    String sentence = text.strip();
    if (sentence.isEmpty()
        || sentence.length() > LONGEST_SENTENCE
        || UNSEEN.matcher(sentence).find()) {
      throw new IllegalArgumentException();
    }
    return sentence;
  }

  static URI folderAddress(String text) {
    return http(text.endsWith("/") ? text : text + "/");
  }

  static String colour(String text) {
    if (!text.matches("#[0-9a-fA-F]{6}")) {
      throw new IllegalArgumentException(text);
    }
    return text.toLowerCase(Locale.ROOT);
  }

  static String working(String text) {
    if (!WORKING.contains(text)) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  static String channel(String text) {
    if (!text.matches("[CGD][A-Z0-9]{4,30}")) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  static Programme.Audience audience(String text) {
    if (!text.equals(text.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException();
    }
    return Programme.Audience.valueOf(text.toUpperCase(Locale.ROOT));
  }

  static LocalDate meetingDay(String text, Programme.Cycle cycle) {
    LocalDate day = LocalDate.parse(text);
    if (!cycle.hasMeetingOn(day)) {
      throw new IllegalArgumentException();
    }
    return day;
  }
}
