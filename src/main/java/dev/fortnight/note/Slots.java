package dev.fortnight.note;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Opens a slot for each link of a text, and gathers its links and headings on the way. */
final class Slots {

  private final LinkLines lines;
  private final List<Link> links = new ArrayList<>();
  private final List<Heading> headings = new ArrayList<>();
  private final Deque<OpenLink> open = new ArrayDeque<>();

  /** A link whose words are still to come; its number is below 0 where it leads nowhere. */
  private record OpenLink(int number, Summary words) {}

  Slots(LinkLines lines) {
    this.lines = lines;
  }

  /** Notes a tag, and puts a slot in the place of its address. */
  void open(String element, TagAttributes attributes) {
    Optional<String> place = attributes.value(AllowedHtml.PLACE);
    attributes.remove(AllowedHtml.PLACE);
    if (isHeading(element)) {
      headings.add(new Heading(element.charAt(1) - '0', lines.found(place, "<" + element)));
    } else if (element.equals("img")) {
      String alternative = attributes.value("alt").orElse("");
      attributes.set("alt", alternative);
      words(alternative);
      slot("src", attributes, place, alternative);
    } else if (element.equals("a")) {
      int number = slot("href", attributes, place, "");
      open.push(new OpenLink(number, new Summary()));
    }
  }

  private int slot(
      String name, TagAttributes attributes, Optional<String> place, String alternative) {
    Optional<String> target = attributes.value(name);
    if (target.isEmpty()) {
      return -1;
    }
    TextPlace at = lines.found(place, target.get());
    attributes.set(name, Prose.slot(links.size()));
    links.add(new Link(target.get(), at, name.equals("src"), alternative));
    return links.size() - 1;
  }

  /** Text counts for the link that it stands in. */
  void words(String text) {
    if (!open.isEmpty()) {
      open.peek().words().add(text);
    }
  }

  void close(String element) {
    if (!element.equals("a") || open.isEmpty()) {
      return;
    }
    OpenLink closed = open.pop();
    if (closed.number() >= 0) {
      links.set(closed.number(), links.get(closed.number()).saying(closed.words().toString()));
    }
  }

  List<Link> links() {
    return List.copyOf(links);
  }

  List<Heading> headings() {
    return List.copyOf(headings);
  }

  static boolean isHeading(String element) {
    return element.length() == 2
        && element.charAt(0) == 'h'
        && element.charAt(1) >= '1'
        && element.charAt(1) <= '6';
  }
}
