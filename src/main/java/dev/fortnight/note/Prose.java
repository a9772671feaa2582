package dev.fortnight.note;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rendered Markdown: safe HTML whose links are still open, so that each tree can point them at its
 * own addresses.
 *
 * @param slotted HTML in which the address of link n is written as {@code ~n}; brackets and
 *     quotation marks in its text and its attributes' values are entities
 * @param links what the slots stand for
 * @param headings in their order
 * @param summary the first paragraph as plain text
 */
public record Prose(String slotted, List<Link> links, List<Heading> headings, String summary) {

  public static final Prose EMPTY = new Prose("", List.of(), List.of(), "");

  private static final String ID = " id=\"";

  private static final Set<String> BREAKS =
      Set.of(
          "br",
          "hr",
          "p",
          "div",
          "li",
          "td",
          "th",
          "tr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "dt",
          "dd",
          "blockquote",
          "pre");

  /** What the sanitizer writes in place of characters. */
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#x([0-9a-f]{1,6})|lt|gt|amp);");

  /** Whether its links lead where another one's do, in the same order. */
  boolean leadsWhere(Prose other) {
    boolean isSame = links.size() == other.links.size();
    for (int i = 0; isSame && i < links.size(); i++) {
      Link link = links.get(i);
      Link counterpart = other.links.get(i);
      isSame =
          link.target().equals(counterpart.target()) && link.isImage() == counterpart.isImage();
    }
    return isSame;
  }

  /** What stands for the address of a link. */
  static String slot(int number) {
    return "~" + number;
  }

  /** The HTML with its links in place and its ids as they are. */
  public String html(Function<Link, Optional<String>> addresses) {
    return html(addresses, Optional::of);
  }

  /**
   * The HTML with its links in place.
   *
   * @param addresses the address of a link, already safe in an attribute; empty where it leads
   *     nowhere, so that its text stays and an image gives way to its alternative text
   * @param ids what an id is to be called on the page; empty where it is left out
   */
  public String html(
      Function<Link, Optional<String>> addresses, Function<String, Optional<String>> ids) {
    return html(links.stream().map(addresses).toList(), ids);
  }

  /**
   * The same with the addresses of its links in their order; nothing else decides what it is but
   * the names of its ids.
   */
  public String html(List<Optional<String>> addresses, Function<String, Optional<String>> ids) {
    StringBuilder out = new StringBuilder(slotted.length() + 64 * links.size());
    Deque<Boolean> open = new ArrayDeque<>();
    int at = 0;
    for (int start = slotted.indexOf('<'); start >= 0; start = slotted.indexOf('<', at)) {
      out.append(slotted, at, start);
      at = slotted.indexOf('>', start) + 1;
      if (isBare(start, at)) {
        out.append(slotted, start, at);
        continue;
      }
      String tag = renamed(slotted.substring(start, at), ids);
      if (tag.startsWith("<a ") || tag.equals("<a>")) {
        Optional<String> filled = filled(tag, "href", addresses);
        filled.ifPresent(out::append);
        open.push(filled.isPresent());
      } else if (tag.equals("</a>")) {
        out.append(open.pop() ? tag : "");
      } else if (tag.startsWith("<img ")) {
        out.append(filled(tag, "src", addresses).orElseGet(() -> value(tag, "alt").orElse("")));
      } else {
        out.append(tag);
      }
    }
    return out.append(slotted, at, slotted.length()).toString();
  }

  /** Most tags have no attribute, so they stay as they are. */
  private boolean isBare(int start, int end) {
    boolean isLink = slotted.startsWith("<a>", start) || slotted.startsWith("</a>", start);
    int space = slotted.indexOf(' ', start);
    return !isLink && (space < 0 || space > end);
  }

  /** The text alone, for whoever searches it. */
  public String text() {
    StringBuilder text = new StringBuilder(slotted.length());
    int at = 0;
    for (int start = slotted.indexOf('<'); start >= 0; start = slotted.indexOf('<', at)) {
      int close = slotted.indexOf('>', start);
      if (close < 0) {
        break;
      }
      text.append(slotted, at, start).append(breaksLine(start + 1) ? "\n" : "");
      at = close + 1;
    }
    String words = text.append(slotted, at, slotted.length()).toString();
    return words.indexOf('&') < 0
        ? words
        : ENTITY.matcher(words).replaceAll(found -> Matcher.quoteReplacement(character(found)));
  }

  /** Whether the tag whose name begins here, perhaps behind a slash, ends a line. */
  private boolean breaksLine(int place) {
    int start = slotted.charAt(place) == '/' ? place + 1 : place;
    int end = start;
    while (Character.isLetterOrDigit(slotted.charAt(end))) {
      end++;
    }
    return BREAKS.contains(slotted.substring(start, end));
  }

  private static String character(MatchResult entity) {
    if (entity.group(2) != null) {
      return Character.toString(Integer.parseInt(entity.group(2), 16));
    }
    if (entity.group(1) != null) {
      return Character.toString(Integer.parseInt(entity.group(1)));
    }
    return switch (entity.group()) {
      case "&lt;" -> "<";
      case "&gt;" -> ">";
      default -> "&";
    };
  }

  /** All ids in it. */
  public Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    for (int at = slotted.indexOf(ID); at >= 0; at = slotted.indexOf(ID, at + 1)) {
      int from = at + ID.length();
      ids.add(slotted.substring(from, slotted.indexOf('"', from)));
    }
    return ids;
  }

  private Optional<String> filled(String tag, String attribute, List<Optional<String>> addresses) {
    Optional<String> slot = value(tag, attribute);
    if (slot.isEmpty()) {
      return Optional.of(tag);
    }
    int link = Integer.parseInt(slot.get().substring(1));
    String open = " " + attribute + "=\"";
    return addresses
        .get(link)
        .map(address -> tag.replace(open + slot.get() + "\"", open + address + "\""));
  }

  private static String renamed(String tag, Function<String, Optional<String>> ids) {
    return value(tag, "id")
        .map(
            id ->
                tag.replace(ID + id + "\"", ids.apply(id).map(name -> ID + name + "\"").orElse("")))
        .orElse(tag);
  }

  /** The value of an attribute as it is written; quotation marks in values are entities. */
  private static Optional<String> value(String tag, String attribute) {
    String open = " " + attribute + "=\"";
    int start = tag.indexOf(open);
    if (start < 0) {
      return Optional.empty();
    }
    int from = start + open.length();
    return Optional.of(tag.substring(from, tag.indexOf('"', from)));
  }
}
