package dev.fortnight.peers;

import dev.fortnight.note.Evidence;
import dev.fortnight.note.Note;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A block that an attribute block names, whoever rendered it.
 *
 * @param text with white space as single spaces
 * @param supports empty on what is no evidence
 */
record NamedBlock(
    String element,
    String id,
    List<String> classes,
    List<String> supports,
    List<String> contradicts,
    String text) {

  /** The classes that our pages have a use for; the others are dropped on purpose. */
  private static final List<String> CLASSES = List.of("evidence");

  private static final Pattern NAME = Pattern.compile("\\{:[^}]*#([\\p{L}\\p{Nd}_:-]+)");

  /** What kramdown made of a text. */
  static List<NamedBlock> ofKramdown(String text, String html) {
    return elements(text, html).stream()
        .map(
            element ->
                of(element, attribute(element, "supports"), attribute(element, "contradicts")))
        .toList();
  }

  /** What we made of it. */
  static List<NamedBlock> ofOurs(String text, Note note) {
    return elements(text, note.prose().html(link -> Optional.of("x"))).stream()
        .map(
            element -> {
              Optional<Evidence> evidence =
                  note.evidence().stream().filter(e -> e.id().equals(element.id())).findFirst();
              return of(
                  element,
                  evidence.map(Evidence::supports).orElse(List.of()),
                  evidence.map(Evidence::contradicts).orElse(List.of()));
            })
        .toList();
  }

  private static NamedBlock of(Element element, List<String> supports, List<String> contradicts) {
    List<String> classes = element.classNames().stream().filter(CLASSES::contains).toList();
    return new NamedBlock(
        element.nodeName(), element.id(), classes, supports, contradicts, element.text());
  }

  /**
   * Those with an id that the text itself gives, not one made of a heading's words. Each only once:
   * kramdown repeats an id that is given twice, and our pages can't.
   */
  private static List<Element> elements(String text, String html) {
    List<String> names = NAME.matcher(text).results().map(name -> name.group(1)).toList();
    Set<String> seen = new HashSet<>();
    return Jsoup.parse(html).select("[id]").stream()
        .filter(element -> names.contains(element.id()) && seen.add(element.id()))
        .toList();
  }

  private static List<String> attribute(Element element, String name) {
    if (!element.hasClass("evidence")) {
      return List.of();
    }
    return Arrays.stream(element.attr(name).split("[\\s,]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
