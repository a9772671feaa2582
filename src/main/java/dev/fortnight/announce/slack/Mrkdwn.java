package dev.fortnight.announce.slack;

import java.util.regex.Pattern;

/**
 * Slack's markup. What people wrote goes into it as text that can neither mention somebody, nor be
 * a link, nor look like more than text. Source: docs.slack.dev, "Formatting message text".
 */
final class Mrkdwn {

  /** White space of any kind, and what turns the direction of the text around it. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\s\\p{Cc}\\p{Z}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

  /** A mark that begins or ends bold, italic, struck or code; within a word none does. */
  private static final Pattern MARK =
      Pattern.compile("(?<![\\p{L}\\p{N}])[*_~`]|[*_~`](?![\\p{L}\\p{N}])");

  private static final Pattern CUT_ENTITY = Pattern.compile("&[a-z]*$");

  private Mrkdwn() {}

  /** A text that people wrote. */
  static String text(String written) {
    String plain = UNSEEN.matcher(written).replaceAll(" ").strip();
    return MARK.matcher(escaped(plain)).replaceAll(mark -> lookAlike(mark.group()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String lookAlike(String mark) {
    return switch (mark) {
      case "*" -> "∗";
      case "_" -> "ˍ";
      case "~" -> "∼";
      default -> "ˋ";
    };
  }

  /** As {@link #text}, no longer than so many code points. */
  static String text(String written, int most) {
    String text = text(written);
    if (length(text) <= most) {
      return text;
    }
    String start = text.substring(0, text.offsetByCodePoints(0, most - 1));
    return CUT_ENTITY.matcher(start).replaceFirst("") + "…";
  }

  /**
   * A link that we make.
   *
   * @param label markup already
   */
  static String link(String address, String label) {
    return "<" + address(address) + "|" + label + ">";
  }

  /** An address that stands for itself. */
  static String address(String address) {
    return escaped(
        address
            .replace("|", "%7C")
            .replace("<", "%3C")
            .replace(">", "%3E")
            .replace("\"", "%22")
            .replace(" ", "%20"));
  }

  /** In code points, as Slack counts. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
