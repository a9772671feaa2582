package dev.fortnight.note;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.owasp.html.Handler;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamRenderer;

/**
 * The allow list that all rendered text passes through. On the way it opens a slot for each link,
 * keeps ids apart, makes room for the page's own heading and picks out summary and quotations.
 */
final class SafeHtml implements HtmlStreamEventReceiver {

  private static final Pattern FIRST_LEVEL = Pattern.compile("(?i)<h1[\\s/>]");

  /** What a quotation keeps around its content, because the content alone is no valid HTML. */
  private static final Set<String> KEPT_WHOLE = Set.of("ul", "ol", "dl", "table", "pre");

  private static final List<String> TABLE_FRAME =
      List.of("class", "table-scroll", "role", "region", "tabindex", "0", "aria-label", "Table");

  private final StringBuilder out = new StringBuilder();
  private final HtmlStreamRenderer renderer = HtmlStreamRenderer.create(out, Handler.DO_NOTHING);
  private final Slots slots;
  private final UniqueIds ids;
  private final boolean isShifted;
  private final Map<String, Prose> quotations = new LinkedHashMap<>();
  private final Deque<Quotation> open = new ArrayDeque<>();
  private final Summary summary = new Summary();
  private final Summary heading = new Summary();
  private boolean inFirstParagraph;
  private boolean inHeading;
  private int depth;

  private record Quotation(String id, int depth, int start, boolean isWhole) {}

  private SafeHtml(boolean isShifted, LinkLines lines, Set<String> marks) {
    this.slots = new Slots(lines);
    this.ids = new UniqueIds(marks);
    this.isShifted = isShifted;
  }

  /**
   * @param lines where the links of the text stand
   * @param attributes those of the text, in their order
   */
  static Markdown.Rendered of(String html, LinkLines lines, List<BlockAttributes> attributes) {
    return of(
        policy -> HtmlSanitizer.sanitize(html, policy),
        FIRST_LEVEL.matcher(html).find(),
        lines,
        attributes);
  }

  /**
   * @param tags hands the text over tag by tag, each closed and none where HTML has no place for it
   * @param hasFirstLevel whether the text has a heading of the first level
   */
  static Markdown.Rendered of(
      Consumer<HtmlSanitizer.Policy> tags,
      boolean hasFirstLevel,
      LinkLines lines,
      List<BlockAttributes> attributes) {
    Set<String> marks =
        attributes.stream()
            .filter(BlockAttributes::isEvidence)
            .map(block -> block.id().orElseThrow())
            .collect(Collectors.toSet());
    SafeHtml receiver = new SafeHtml(hasFirstLevel, lines, marks);
    List<Omission> dropped = new ArrayList<>();
    tags.accept(new DroppedAddresses(AllowedHtml.POLICY.apply(receiver), lines, dropped));
    List<Link> links = receiver.slots.links();
    Map<String, Prose> quotations = new LinkedHashMap<>();
    receiver.quotations.forEach(
        (id, part) -> quotations.put(id, new Prose(part.slotted(), links, List.of(), "")));
    return new Markdown.Rendered(
        new Prose(
            receiver.out.toString(), links, receiver.slots.headings(), receiver.summary.toString()),
        quotations,
        attributes,
        Optional.of(receiver.heading.toString()).filter(text -> !text.isEmpty()),
        dropped);
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
  public void openTag(String element, List<String> pairs) {
    TagAttributes attributes = new TagAttributes(pairs);
    if (element.equals("img") && attributes.value("src").isEmpty()) {
      attributes.value("alt").ifPresent(this::text);
      return;
    }
    inHeading |= element.equals("h1") && heading.isEmpty();
    inFirstParagraph |= element.equals("p") && summary.isEmpty() && depth == 0;
    depth += isVoid(element) ? 0 : 1;
    boolean isEvidence = isEvidence(attributes);
    attributes.value("id").ifPresent(id -> attributes.set("id", ids.of(id, isEvidence)));
    slots.open(element, attributes);
    int before = out.length();
    if (element.equals("table")) {
      renderer.openTag("div", TABLE_FRAME);
    }
    renderer.openTag(shifted(element), attributes.pairs());
    if (isEvidence && !isVoid(element)) {
      boolean isWhole = KEPT_WHOLE.contains(element);
      String id = attributes.value("id").orElseThrow();
      open.push(new Quotation(id, depth, isWhole ? before : out.length(), isWhole));
    }
  }

  private static boolean isEvidence(TagAttributes attributes) {
    return attributes.value("id").isPresent()
        && attributes
            .value("class")
            .map(classes -> Arrays.asList(classes.split(" ")).contains("evidence"))
            .orElse(false);
  }

  /** The page's title is its first level, so a text that has that level moves down by one. */
  private String shifted(String element) {
    boolean isMovable = isShifted && Slots.isHeading(element) && element.charAt(1) < '6';
    return isMovable ? "h" + (char) (element.charAt(1) + 1) : element;
  }

  @Override
  public void closeTag(String element) {
    boolean endsQuotation = !open.isEmpty() && open.peek().depth() == depth;
    if (endsQuotation && !open.peek().isWhole()) {
      quote();
    }
    depth -= isVoid(element) ? 0 : 1;
    inFirstParagraph &= !(element.equals("p") && depth == 0);
    inHeading &= !element.equals("h1");
    slots.close(element);
    renderer.closeTag(shifted(element));
    if (element.equals("table")) {
      renderer.closeTag("div");
    }
    if (endsQuotation && !open.isEmpty() && open.peek().depth() == depth + 1) {
      quote();
    }
  }

  private void quote() {
    Quotation quotation = open.pop();
    String content = out.substring(quotation.start()).strip();
    quotations.putIfAbsent(quotation.id(), new Prose(content, List.of(), List.of(), ""));
  }

  @Override
  public void text(String text) {
    if (inFirstParagraph) {
      summary.add(text);
    }
    if (inHeading) {
      heading.add(text);
    }
    slots.words(text);
    renderer.text(text);
  }

  private static boolean isVoid(String element) {
    return element.equals("br") || element.equals("hr") || element.equals("img");
  }
}
