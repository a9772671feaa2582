package dev.fortnight.cli;

import dev.fortnight.site.Explanation;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a page was made, in words. */
final class ExplanationText {

  private static final Map<String, String> NAMES =
      Map.of(
          "layout", "its layout or what that includes",
          "site", "what all pages say of the site",
          "text", "its own text");

  private ExplanationText() {}

  static String of(Explanation page) {
    StringBuilder text = new StringBuilder();
    text.append(page.address().isEmpty() ? "The home page" : page.address());
    text.append(page.isMade() ? " was made anew: " : " was left as it was: ");
    text.append(why(page)).append(".\n");
    list("made with", page.theme(), text);
    list("told", page.told(), text);
    list("shows", page.shows(), text);
    return text.toString();
  }

  private static String why(Explanation page) {
    if (page.changed().isEmpty()) {
      return "no earlier build that is remembered made it";
    }
    if (!page.changed().get().isEmpty()) {
      return page.changed().get().stream()
              .map(ExplanationText::name)
              .collect(Collectors.joining(", "))
          + " changed";
    }
    return page.isMade()
        ? "its file, Fortnight or what may be shown changed"
        : "nothing that it is made of changed";
  }

  private static String name(String part) {
    return NAMES.getOrDefault(part, part.replaceFirst("^page\\.", ""));
  }

  private static void list(String what, Collection<String> items, StringBuilder text) {
    if (!items.isEmpty()) {
      text.append("  ").append(what).append(": ").append(String.join(", ", items)).append('\n');
    }
  }
}
