package dev.fortnight.note;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rendered Markdown: safe HTML whose links are still open, so that each tree can point them at its
 * own addresses.
 *
 * @param slotted HTML in which the address of link n is written as {@code ~n}
 * @param links what the slots stand for
 * @param summary the first paragraph as plain text
 */
public record Prose(String slotted, List<Link> links, String summary) {

  public static final Prose EMPTY = new Prose("", List.of(), "");

  private static final Pattern SLOT =
      Pattern.compile(
          "<a ([^>]*?)href=\"~(\\d+)\"([^>]*)>(.*?)</a>|<img ([^>]*?)src=\"~(\\d+)\"([^>]*)>",
          Pattern.DOTALL);

  /**
   * The HTML with its links in place.
   *
   * @param addresses the address of a link, already safe in an attribute; empty where it leads
   *     nowhere, so that its text stays and an image gives way to its alternative text
   */
  public String html(Function<Link, Optional<String>> addresses) {
    if (links.isEmpty()) {
      return slotted;
    }
    return SLOT.matcher(slotted)
        .replaceAll(slot -> Matcher.quoteReplacement(fill(slot, addresses)));
  }

  private String fill(
      java.util.regex.MatchResult slot, Function<Link, Optional<String>> addresses) {
    boolean isImage = slot.group(2) == null;
    int number = Integer.parseInt(slot.group(isImage ? 6 : 2));
    Optional<String> address = addresses.apply(links.get(number));
    if (isImage) {
      return address
          .map(src -> "<img " + slot.group(5) + "src=\"" + src + "\"" + slot.group(7) + ">")
          .orElseGet(() -> withoutPicture(slot.group(5) + slot.group(7)));
    }
    String inner = html(slot.group(4), addresses);
    return address
        .map(
            href ->
                "<a "
                    + slot.group(1)
                    + "href=\""
                    + href
                    + "\""
                    + slot.group(3)
                    + ">"
                    + inner
                    + "</a>")
        .orElse(inner);
  }

  /** A link may hold an image. */
  private String html(String inner, Function<Link, Optional<String>> addresses) {
    return new Prose(inner, links, "").html(addresses);
  }

  private static String withoutPicture(String attributes) {
    Matcher alternative = Pattern.compile("alt=\"([^\"]*)\"").matcher(attributes);
    return alternative.find() ? alternative.group(1) : "";
  }
}
