package dev.fortnight.site;

import dev.fortnight.problem.ProblemException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liqp.TemplateParser;
import liqp.nodes.LNode;
import liqp.parser.Flavor;

/**
 * Renders pages with a theme's layouts. liqp's templates are not safe across threads (one shared
 * template put another page's words into pages), so each thread has its own of these.
 */
final class Layouts {

  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A---\\n(?:layout: *([\\w-]+) *\\n)?---\\n", Pattern.DOTALL);

  private static final int DEEPEST = 10;

  private final Theme theme;
  private final TemplateParser parser;
  private final Map<String, Layout> layouts = new HashMap<>();

  private record Layout(LNode template, Optional<String> parent) {}

  Layouts(Theme theme) {
    this(theme, Optional.empty());
  }

  /**
   * @param rendered what includes rendered already; empty where nothing is kept
   */
  Layouts(Theme theme, Optional<RenderedIncludes> rendered) {
    this.theme = theme;
    this.parser =
        new TemplateParser.Builder()
            .withFlavor(Flavor.JEKYLL)
            .withLocale(Locale.ROOT)
            .withDefaultTimeZone(ZoneOffset.UTC)
            .withShowExceptionsFromInclude(true)
            .withRenderTransformer(JoinedText.JOINING)
            .withTag(new Inclusion(this::include, rendered))
            .build();
  }

  private String include(String name) {
    return theme.include(name).orElseThrow(() -> broken("_includes/" + name, null));
  }

  /**
   * @param layout its name; where its own front matter names another one, that goes around it
   * @param data what {@code page} and {@code site} stand for
   */
  String render(String layout, Map<String, Object> data, String content) {
    return render(layout, data, content, 0);
  }

  private String render(String layout, Map<String, Object> data, String content, int depth) {
    if (depth > DEEPEST) {
      throw broken("_layouts/" + layout + ".html", null, " goes around itself");
    }
    Layout current = layouts.computeIfAbsent(layout, this::parse);
    Map<String, Object> values = new HashMap<>(data);
    values.put("content", content);
    String html;
    try {
      html = String.valueOf(current.template().render(new JoinedText.Context(parser, values)));
    } catch (RuntimeException e) {
      throw broken("_layouts/" + layout + ".html", e);
    }
    return current.parent().map(parent -> render(parent, data, html, depth + 1)).orElse(html);
  }

  private Layout parse(String name) {
    String file = "_layouts/" + name + ".html";
    String text = theme.layout(name).orElseThrow(() -> broken(file, null));
    Matcher matcher = FRONT_MATTER.matcher(text);
    boolean hasFrontMatter = matcher.find();
    try {
      return new Layout(
          Inclusion.parse(hasFrontMatter ? text.substring(matcher.end()) : text, parser),
          hasFrontMatter ? Optional.ofNullable(matcher.group(1)) : Optional.empty());
    } catch (RuntimeException e) {
      throw broken(file, e);
    }
  }

  private static ProblemException broken(String file, RuntimeException cause) {
    String why = cause == null ? " is missing" : " cannot be rendered: " + cause.getMessage();
    return broken(file, cause, why);
  }

  private static ProblemException broken(String file, RuntimeException cause, String why) {
    return new ProblemException(
        "the theme's " + file + why,
        "Correct it, or remove site/ to use the bundled theme.",
        cause);
  }
}
