package dev.fortnight.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of an SVG that is being cleaned; only what may be published is ever put in. */
final class SvgElement {

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<SvgElement> children = new ArrayList<>();

  /** The text before each child, and after the last one. */
  private final List<StringBuilder> texts = new ArrayList<>(List.of(new StringBuilder()));

  SvgElement(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** In the order of the source. */
  Map<String, String> attributes() {
    return attributes;
  }

  List<SvgElement> children() {
    return children;
  }

  void add(SvgElement child) {
    children.add(child);
    texts.add(new StringBuilder());
  }

  void add(String text) {
    texts.get(texts.size() - 1).append(text);
  }

  /** Its own text, without that of its children. */
  String text() {
    return String.join("", texts);
  }

  /** Replaces all that is in it. */
  void replace(String text) {
    children.clear();
    texts.clear();
    texts.add(new StringBuilder(text));
  }

  /** All text in it, in reading order. */
  void read(StringBuilder out) {
    for (int i = 0; i < texts.size(); i++) {
      out.append(texts.get(i));
      if (i < children.size()) {
        children.get(i).read(out);
      }
    }
  }

  /** Writes it as XML, always in the same form. */
  void write(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (key, value) ->
            out.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
    if (children.isEmpty() && text().isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (int i = 0; i < texts.size(); i++) {
      out.append(escaped(texts.get(i).toString()));
      if (i < children.size()) {
        children.get(i).write(out);
      }
    }
    out.append("</").append(name).append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#13;");
  }
}
