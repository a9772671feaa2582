package dev.fortnight.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liqp.RenderTransformer;
import liqp.TemplateContext;
import liqp.TemplateParser;

/**
 * Texts one after the other, which are copied when somebody reads them and not before. liqp's own
 * way copies a text once for each block that stands around it, which took longer than to render a
 * list of thousands.
 */
final class JoinedText implements CharSequence {

  /** Has liqp join what blocks render in this way. */
  static final RenderTransformer JOINING =
      new RenderTransformer() {
        @Override
        public ObjectAppender.Controller newObjectAppender(TemplateContext context, int expected) {
          return new Appender();
        }

        @Override
        public Object transformObject(TemplateContext context, Object rendered) {
          return String.valueOf(rendered);
        }
      };

  /** Keeps texts as such under a name: what compares values knows no others. */
  static final class Context extends TemplateContext {

    Context(TemplateParser parser, Map<String, Object> values) {
      super(parser, values);
    }

    @Override
    public Object put(String name, Object value, boolean onPage) {
      return super.put(name, value instanceof JoinedText text ? text.toString() : value, onPage);
    }
  }

  private final List<CharSequence> parts;
  private final int length;
  private String text;

  private JoinedText(List<CharSequence> parts) {
    this.parts = parts;
    this.length = parts.stream().mapToInt(CharSequence::length).reduce(0, Math::addExact);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return toString().charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return toString().subSequence(start, end);
  }

  /** As texts are: two that read the same are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof JoinedText && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    if (text == null) {
      StringBuilder all = new StringBuilder(length);
      appendTo(all);
      text = all.toString();
    }
    return text;
  }

  private void appendTo(StringBuilder all) {
    for (CharSequence part : parts) {
      if (part instanceof JoinedText joined) {
        joined.appendTo(all);
      } else {
        all.append(part);
      }
    }
  }

  private static final class Appender implements RenderTransformer.ObjectAppender.Controller {

    private final List<CharSequence> parts = new ArrayList<>();

    @Override
    public void append(Object rendered) {
      parts.add(rendered instanceof CharSequence text ? text : String.valueOf(rendered));
    }

    @Override
    public Object getResult() {
      return parts.size() == 1 ? parts.get(0) : new JoinedText(parts);
    }
  }
}
