package dev.fortnight.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.InetAddressValidator;

/** Addresses of computers, which point to who used them. */
final class IpAddressDetector implements Detector {

  private static final NumberForm FOUR =
      NumberForm.of(0, 4, "(?:\\d{1,3}\\s?[.]\\s?|\\d{1,3}\\[\\.]){3}\\d{1,3}(?!\\.?\\d)");

  private static final NumberForm SIX =
      NumberForm.of(0, 1, "[0-9a-f]{1,4}(?::{1,2}[0-9a-f]{1,4}){2,7}(?![0-9a-z:])");

  /** Of no computer in particular. */
  private static final Pattern NOBODY =
      Pattern.compile(
          "127\\..*|0\\.0\\.0\\.0|255\\..*|22[4-9]\\..*|1\\.1\\.1\\.1|8\\.8\\.[48]\\.[48]");

  private static final Pattern PRIVATE =
      Pattern.compile("10\\..*|192\\.168\\..*|172\\.(?:1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*");

  private static final Pattern SMALL = Pattern.compile("\\d\\.(?:1?\\d\\.){2}1?\\d");

  private static final Pattern SMALL_TAIL = Pattern.compile("\\d+(?:\\.1?\\d){3}");

  private static final Vocabulary ADDRESS =
      Vocabulary.of(
          "ip",
          "ips",
          "ipv4",
          "ipv6",
          "address",
          "addresses",
          "logged",
          "log",
          "visitor",
          "host",
          "server");

  private static final Vocabulary VERSION =
      Vocabulary.of(
          "v",
          "version",
          "versions",
          "release",
          "upgrade",
          "upgraded",
          "section",
          "sections",
          "chapter",
          "chapters",
          "paragraphs",
          "para",
          "paras",
          "clauses",
          "rule",
          "article",
          "table",
          "figure",
          "step",
          "clause",
          "paragraph",
          "firmware",
          "build",
          "chrome",
          "driver",
          "oid",
          "requirement");

  @Override
  public String rule() {
    return "Four numbers up to 255 or groups of hexadecimal digits that are an address; those of no"
        + " computer in particular are not, those of a local network are not"
        + " unless they are called one.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    FOUR.each(text, match -> four(text, match, finds));
    if (text.lower().contains(":")) {
      SIX.each(text, match -> six(text, match, finds));
    }
  }

  private static void four(Searchable text, Matcher match, Finds finds) {
    String address = match.group().replaceAll("[\\s\\[\\]]", "");
    boolean isNamed = text.mentions(ADDRESS, match.start(), match.end(), 4, 3);
    boolean isVersion =
        text.mentions(VERSION, match.start(), match.end(), 2, 0)
            || SMALL_TAIL.matcher(address).matches()
                && text.mentions(VERSION, match.start(), match.end(), 7, 0)
            || !isNamed && SMALL.matcher(address).matches();
    boolean isNetwork =
        match.end() < text.text().length() && text.text().charAt(match.end()) == '/' && !isNamed;
    if (isVersion
        || isNetwork
        || NOBODY.matcher(address).matches()
        || PRIVATE.matcher(address).matches() && !isNamed
        || !InetAddressValidator.getInstance().isValidInet4Address(address)) {
      return;
    }
    finds.certain(PersonalData.IP_ADDRESS, match.start(), match.end());
  }

  private static void six(Searchable text, Matcher match, Finds finds) {
    String address = match.group();
    boolean isTime = address.matches("\\d{1,2}(?::\\d{2}){2,3}");
    boolean isHardware = address.matches("(?:[0-9a-f]{2}:){5}[0-9a-f]{2}");
    if (!isTime
        && !isHardware
        && Numbers.digits(address).length() > 3
        && InetAddressValidator.getInstance().isValidInet6Address(address)) {
      finds.certain(PersonalData.IP_ADDRESS, match.start(), match.end());
    }
  }
}
