package dev.fortnight.note;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.Handler;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/**
 * The allow list that all rendered text passes through. On the way it opens a slot for each link
 * and picks out the summary and the quotations.
 */
final class SafeHtml implements HtmlStreamEventReceiver {

  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd}_:.-]{0,99}");

  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "div",
              "span",
              "br",
              "hr",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "ul",
              "ol",
              "li",
              "dl",
              "dt",
              "dd",
              "blockquote",
              "pre",
              "code",
              "em",
              "strong",
              "i",
              "b",
              "u",
              "del",
              "ins",
              "s",
              "sub",
              "sup",
              "small",
              "q",
              "cite",
              "abbr",
              "kbd",
              "samp",
              "var",
              "mark",
              "table",
              "caption",
              "thead",
              "tbody",
              "tfoot",
              "tr",
              "th",
              "td",
              "figure",
              "figcaption",
              "details",
              "summary",
              "a",
              "img",
              "section")
          .allowWithoutAttributes("span", "a", "img")
          .allowUrlProtocols("http", "https", "mailto")
          .allowAttributes("href")
          .onElements("a")
          .allowAttributes("src", "alt")
          .onElements("img")
          .allowAttributes("width", "height")
          .matching(Pattern.compile("[0-9]{1,4}"))
          .onElements("img")
          .allowAttributes("title", "lang", "dir")
          .globally()
          .allowAttributes("id")
          .matching(ID)
          .globally()
          .allowAttributes("class")
          .matching(SafeHtml::ownClasses)
          .globally()
          .allowAttributes("colspan", "rowspan")
          .matching(Pattern.compile("[0-9]{1,3}"))
          .onElements("td", "th")
          .allowAttributes("align")
          .matching(Pattern.compile("left|right|center"))
          .onElements("td", "th")
          .allowAttributes("start")
          .matching(Pattern.compile("[0-9]{1,6}"))
          .onElements("ol")
          .toFactory();

  /** Classes that the theme knows; all others are the author's business elsewhere. */
  private static final Set<String> CLASSES =
      Set.of("evidence", "footnotes", "footnote-ref", "footnote-backref", "task-list-item");

  /** Ids that the layouts use themselves. */
  private static final Set<String> TAKEN = Set.of("main", "versions");

  private static final int SUMMARY_LENGTH = 240;

  private final StringBuilder out = new StringBuilder();
  private final HtmlStreamRenderer renderer = HtmlStreamRenderer.create(out, Handler.DO_NOTHING);
  private final String source;
  private final int firstLine;
  private final List<Link> links = new ArrayList<>();
  private final Map<String, Prose> quotations = new LinkedHashMap<>();
  private final Deque<Quotation> open = new ArrayDeque<>();
  private final StringBuilder summary = new StringBuilder();
  private boolean inFirstParagraph;
  private boolean hasSummary;
  private int searchedTo;

  private record Quotation(String element, String id, int depth, int start) {}

  private int depth;

  private SafeHtml(String source, int firstLine) {
    this.source = source;
    this.firstLine = firstLine;
  }

  /**
   * @param source the Markdown, in which the lines of links are looked up
   * @param firstLine the line of the file that the Markdown begins at
   */
  static Markdown.Rendered of(String html, String source, int firstLine) {
    SafeHtml receiver = new SafeHtml(source, firstLine);
    HtmlSanitizer.sanitize(html, POLICY.apply(receiver));
    return new Markdown.Rendered(receiver.prose(), receiver.quotations);
  }

  private Prose prose() {
    String text = summary.toString().replaceAll("\\s+", " ").strip();
    return new Prose(out.toString(), List.copyOf(links), shortened(text));
  }

  private static String shortened(String text) {
    if (text.length() <= SUMMARY_LENGTH) {
      return text;
    }
    int space = text.lastIndexOf(' ', SUMMARY_LENGTH);
    int end =
        space > 0 ? space : text.offsetByCodePoints(0, text.codePointCount(0, SUMMARY_LENGTH));
    return text.substring(0, end) + "…";
  }

  private static String ownClasses(String element, String attribute, String value) {
    String kept =
        String.join(" ", List.of(value.split("\\s+")).stream().filter(CLASSES::contains).toList());
    return kept.isEmpty() ? null : kept;
  }

  @Override
  public void openDocument() {
    renderer.openDocument();
  }

  @Override
  public void closeDocument() {
    renderer.closeDocument();
  }

  @Override
  public void openTag(String element, List<String> attributes) {
    String name = element.equals("h1") ? "h2" : element;
    if (name.equals("a")) {
      slot(attributes, "href", false);
    } else if (name.equals("img")) {
      slot(attributes, "src", true);
      if (attributes.indexOf("src") < 0) {
        return;
      }
    } else if (name.equals("table")) {
      renderer.openTag(
          "div",
          List.of(
              "class", "table-scroll", "role", "region", "tabindex", "0", "aria-label", "Table"));
    }
    inFirstParagraph |= name.equals("p") && !hasSummary && depth == 0;
    depth += isVoid(name) ? 0 : 1;
    prefixTakenId(attributes);
    renderer.openTag(name, attributes);
    int id = attributes.indexOf("id");
    if (id >= 0 && id % 2 == 0 && hasEvidenceClass(attributes)) {
      open.push(new Quotation(name, attributes.get(id + 1), depth, out.length()));
    }
  }

  private static boolean hasEvidenceClass(List<String> attributes) {
    int index = attributes.indexOf("class");
    return index >= 0 && List.of(attributes.get(index + 1).split(" ")).contains("evidence");
  }

  private static void prefixTakenId(List<String> attributes) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals("id") && TAKEN.contains(attributes.get(i + 1))) {
        attributes.set(i + 1, "note-" + attributes.get(i + 1));
      }
    }
  }

  @Override
  public void closeTag(String element) {
    String name = element.equals("h1") ? "h2" : element;
    if (!open.isEmpty() && open.peek().depth() == depth && open.peek().element().equals(name)) {
      Quotation quotation = open.pop();
      String inner = out.substring(quotation.start()).strip();
      quotations.putIfAbsent(quotation.id(), new Prose(inner, links, ""));
    }
    depth -= isVoid(name) ? 0 : 1;
    if (name.equals("p") && inFirstParagraph && depth == 0) {
      inFirstParagraph = false;
      hasSummary = !summary.toString().isBlank();
    }
    renderer.closeTag(name);
    if (name.equals("table")) {
      renderer.closeTag("div");
    }
  }

  @Override
  public void text(String text) {
    if (inFirstParagraph) {
      summary.append(text);
    }
    renderer.text(text);
  }

  private void slot(List<String> attributes, String attribute, boolean isImage) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(attribute)) {
        String target = attributes.get(i + 1);
        int alternative = attributes.indexOf("alt");
        String alt = alternative >= 0 ? attributes.get(alternative + 1) : "";
        attributes.set(i + 1, "~" + links.size());
        links.add(new Link(target, line(target), isImage, alt));
      }
    }
  }

  /** Links come in the order of the text, so each is looked for after the one before it. */
  private int line(String target) {
    int found = source.indexOf(target, searchedTo);
    if (found < 0) {
      found = source.indexOf(target);
    }
    if (found < 0) {
      return firstLine;
    }
    searchedTo = found;
    return firstLine + (int) source.substring(0, found).chars().filter(c -> c == '\n').count();
  }

  private static boolean isVoid(String element) {
    return element.equals("br") || element.equals("hr") || element.equals("img");
  }
}
