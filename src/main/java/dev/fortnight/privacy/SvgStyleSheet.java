package dev.fortnight.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The styles of an SVG: rules with plain selectors are kept; imports, fonts, animations and all
 * other rules with an {@code @} are not.
 */
final class SvgStyleSheet {

  private static final Pattern SELECTOR = Pattern.compile("[\\p{L}\\p{N}\\s_.#*,>+~:()-]+");
  private static final Pattern NAMED = Pattern.compile("[.#][\\p{L}\\p{N}_-]+");

  /** Of one rule; drawings have a few. */
  private static final int MOST_REFERENCES = 1000;

  private final List<String> rules = new ArrayList<>();
  private final Map<String, List<String>> references = new HashMap<>();

  SvgStyleSheet(String css) {
    String rest = SvgValues.withoutComments(css).replace("<!--", " ").replace("-->", " ");
    int at = 0;
    for (int open = rest.indexOf('{'); open >= 0; open = rest.indexOf('{', at)) {
      int end = close(rest, open);
      String selector = rest.substring(at, open);
      selector = selector.substring(selector.lastIndexOf(';') + 1).strip();
      add(selector.replaceAll("\\s+", " "), rest.substring(open + 1, end));
      at = Math.min(end + 1, rest.length());
    }
  }

  private void add(String selector, String body) {
    String kept = body.indexOf('{') >= 0 ? "" : SvgValues.declarations(body);
    if (kept.isEmpty() || !SELECTOR.matcher(selector).matches()) {
      return;
    }
    List<String> names = NAMED.matcher(selector).results().map(MatchResult::group).toList();
    List<String> used = SvgValues.references(kept).stream().distinct().toList();
    if ((long) names.size() * used.size() > MOST_REFERENCES) {
      return;
    }
    rules.add(selector + "{" + kept + "}");
    names.forEach(name -> references.computeIfAbsent(name, any -> new ArrayList<>()).addAll(used));
    if (names.isEmpty()) {
      references.computeIfAbsent("*", any -> new ArrayList<>()).addAll(used);
    }
  }

  /** Where the brace that opens at a place is closed. */
  private static int close(String css, int open) {
    int depth = 0;
    for (int i = open; i < css.length(); i++) {
      depth += css.charAt(i) == '{' ? 1 : css.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return css.length();
  }

  String text() {
    return String.join("\n", rules);
  }

  /**
   * What the rules refer to, by the class ({@code .name}) or id ({@code #name}) that they are for;
   * {@code *} for what may be for any element.
   */
  Map<String, List<String>> references() {
    return references;
  }
}
