package dev.fortnight.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What can be read in a cleaned SVG, be it shown, spoken or only in its source. */
final class SvgWords {

  private static final List<String> NAMES = List.of("aria-label", "id", "class", "font-family");

  /** What a style sheet names: what stands before each brace, and in quotes. */
  private static final Pattern STYLE_NAME = Pattern.compile("(?m)^[^{]*|\"[^\"]*\"|'[^']*'");

  private final List<String> lines = new ArrayList<>();

  private SvgWords() {}

  /** One text to a line; the letters of a text that is set letter by letter stay together. */
  static String of(SvgElement root) {
    SvgWords words = new SvgWords();
    words.collect(root, false);
    return String.join("\n", words.lines);
  }

  private void collect(SvgElement element, boolean isInText) {
    for (String name : NAMES) {
      add(element.attributes().getOrDefault(name, ""));
    }
    boolean isStyle = element.name().equals("style");
    boolean isText = SvgNames.mayHaveText(element.name());
    if (isStyle) {
      STYLE_NAME.matcher(element.text()).results().forEach(found -> add(found.group()));
    } else if (isText && !isInText) {
      StringBuilder text = new StringBuilder();
      element.read(text);
      add(text.toString());
    }
    element.children().forEach(child -> collect(child, isInText || isText));
  }

  private void add(String text) {
    if (!text.isBlank()) {
      lines.add(text.strip().replaceAll("\\s+", " "));
    }
  }
}
