package dev.fortnight.site;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import liqp.Template;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.nodes.LNode;
import liqp.parser.v4.NodeVisitor;
import liqp.tags.Tag;

/**
 * The tag {@code include} as Jekyll has it. liqp's own parses the included file at each use, which
 * took more time than all the rest of rendering; this one parses each file once.
 */
final class Inclusion extends Tag {

  private final UnaryOperator<String> source;
  private final Map<String, LNode> parsed = new HashMap<>();

  /**
   * @param source gives the text of an include by its name
   */
  Inclusion(UnaryOperator<String> source) {
    super("include");
    this.source = source;
  }

  @Override
  public Object render(TemplateContext context, LNode... nodes) {
    String name = asString(nodes[0].render(context), context);
    LNode template =
        parsed.computeIfAbsent(name, file -> parse(source.apply(file), context.getParser()));
    Map<String, Object> parameters = new HashMap<>();
    for (int i = 1; i < nodes.length; i++) {
      ((Map<?, ?>) nodes[i].render(context))
          .forEach((key, value) -> parameters.put(String.valueOf(key), value));
    }
    Map<String, Object> variables = new HashMap<>();
    variables.put("include", parameters);
    return template.render(context.newChildContext(variables));
  }

  /** A text as what liqp renders; its {@code Template} makes that anew for each page. */
  static LNode parse(String text, TemplateParser parser) {
    Template template = parser.parse(text);
    return new NodeVisitor(parser.insertions, parser.filters, parser.liquidStyleInclude)
        .visit(template.getParseTree());
  }
}
