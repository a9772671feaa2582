package dev.fortnight.site;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import liqp.Template;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.nodes.LNode;
import liqp.parser.v4.NodeVisitor;
import liqp.tags.Tag;

/**
 * The tag {@code include} as Jekyll has it. liqp's own parses the included file at each use, which
 * took more time than all the rest of rendering; this one parses each file once, and does not
 * render again what hangs on the site and on what it is given alone.
 */
final class Inclusion extends Tag {

  /** What an include calls what it is given. */
  static final String GIVEN = "include";

  /** Of a loop, what hangs on those around it and before it, which {@code for} looks up always. */
  private static final Pattern OTHER_LOOPS = Pattern.compile("\\b(?:parentloop|continue)\\b");

  private final UnaryOperator<String> source;
  private final Optional<RenderedIncludes> rendered;
  private final Map<String, Included> files = new HashMap<>();
  private final Set<String> reachingOut = new HashSet<>();

  private record Included(LNode template, boolean hasOtherLoops) {}

  /**
   * @param source gives the text of an include by its name
   * @param rendered what need not be rendered again; empty where nothing is kept
   */
  Inclusion(UnaryOperator<String> source, Optional<RenderedIncludes> rendered) {
    super("include");
    this.source = source;
    this.rendered = rendered;
  }

  @Override
  public Object render(TemplateContext context, LNode... nodes) {
    String name = asString(nodes[0].render(context), context);
    Map<String, Object> given = new HashMap<>();
    for (int i = 1; i < nodes.length; i++) {
      ((Map<?, ?>) nodes[i].render(context))
          .forEach((key, value) -> given.put(String.valueOf(key), comparable(value)));
    }
    Optional<RenderedIncludes> memory =
        rendered.filter(kept -> !reachingOut.contains(name) && kept.isOf(context.get("site")));
    return memory.isPresent()
        ? render(name, given, context, memory.get())
        : included(name, context).template().render(context.newChildContext(variables(given)));
  }

  private Object render(
      String name, Map<String, Object> given, TemplateContext context, RenderedIncludes memory) {
    Optional<String> before = memory.find(name, given);
    if (before.isPresent()) {
      return before.get();
    }
    IncludeContext place = new IncludeContext(given, context);
    Included included = included(name, context);
    if (included.hasOtherLoops()) {
      IncludeContext.reachOut(place);
    }
    Object rendered = included.template().render(place);
    if (place.reachesOut()) {
      reachingOut.add(name);
      return rendered;
    }
    String html = String.valueOf(rendered);
    memory.keep(name, given, html);
    return html;
  }

  /** Filters make arrays of lists, which are never equal to each other. */
  private static Object comparable(Object value) {
    return value instanceof Object[] values ? Arrays.asList(values) : value;
  }

  static Map<String, Object> variables(Map<String, Object> given) {
    return new HashMap<>(Map.of(GIVEN, given));
  }

  private Included included(String name, TemplateContext context) {
    return files.computeIfAbsent(
        name,
        file -> {
          String text = source.apply(file);
          return new Included(parse(text, context.getParser()), OTHER_LOOPS.matcher(text).find());
        });
  }

  /** A text as what liqp renders; its {@code Template} makes that anew for each page. */
  static LNode parse(String text, TemplateParser parser) {
    Template template = parser.parse(text);
    return new NodeVisitor(parser.insertions, parser.filters, parser.liquidStyleInclude)
        .visit(template.getParseTree());
  }
}
