package dev.fortnight.note;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.HeaderIdGeneratorFactory;
import com.vladsch.flexmark.html.renderer.HtmlIdGenerator;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataKey;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.html.MutableAttributes;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.Map;

/** Markdown through flexmark, with attribute blocks where kramdown puts them, then sanitised. */
final class FlexmarkMarkdown implements Markdown {

  private static final int LONGEST = 256 * 1024;

  private static final DataKey<Attributes> ATTRIBUTES =
      new DataKey<>("FORTNIGHT_ATTRIBUTES", new Attributes(Map.of(), 0));

  private static final MutableDataSet OPTIONS =
      new MutableDataSet()
          .set(
              Parser.EXTENSIONS,
              List.of(
                  new AttributeLines(),
                  TablesExtension.create(),
                  FootnoteExtension.create(),
                  StrikethroughExtension.create(),
                  TaskListExtension.create(),
                  DefinitionExtension.create(),
                  new AutoLinks()))
          .set(HtmlRenderer.GENERATE_HEADER_ID, true)
          .set(HtmlRenderer.RENDER_HEADER_ID, true)
          // the allow list drops addresses, and tells of each
          .set(HtmlRenderer.SUPPRESSED_LINKS, "")
          .set(TaskListExtension.ITEM_DONE_MARKER, box(true))
          .set(TaskListExtension.ITEM_NOT_DONE_MARKER, box(false));

  private static final Parser PARSER = Parser.builder(OPTIONS).build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder(OPTIONS)
          .attributeProviderFactory(new AttributesOfDocument())
          .htmlIdGeneratorFactory(new IdsOfDocument())
          .build();

  @Override
  public Rendered render(String written, int firstLine) throws TooComplexException {
    String text = KramdownComments.blanked(written);
    if (text.length() > LONGEST || Complexity.isTooHigh(text)) {
      throw new TooComplexException(null);
    }
    try {
      Document document = parsed(text);
      AttributedNodes attributed = AttributedNodes.of(document, text, new Lines(text));
      LinkLines places = new LinkLines(text, firstLine);
      Rendered rendered =
          OrdinaryMarkdown.is(document, text)
              ? directly(document, attributed, places)
              : throughHtml(document, attributed, places);
      LostHtml.in(document, text).stream()
          .map(
              part ->
                  new Omission(part.kind(), part.name(), places.place(part.start(), part.end())))
          .forEach(rendered.omissions()::add);
      return rendered;
    } catch (RuntimeException | StackOverflowError e) {
      // what the libraries fail on, whether by our budget or by a fault of theirs, is bad content
      throw new TooComplexException(e);
    }
  }

  static Rendered throughHtml(Document document, AttributedNodes attributed, LinkLines places) {
    Attributes attributes =
        new Attributes(attributed.blocks(), Attributes.most(document.getTextLength()));
    document.set(ATTRIBUTES, attributes);
    return SafeHtml.of(RENDERER.render(document), places, attributed.all());
  }

  /** The same for documents that are {@link OrdinaryMarkdown}, in a fraction of the time. */
  static Rendered directly(Document document, AttributedNodes attributed, LinkLines places) {
    HeadingIds ids = new HeadingIds(attributed::isNamed);
    ids.generateIds(document);
    return SafeHtml.of(
        policy -> DirectRenderer.render(document, attributed.blocks(), ids, policy),
        DirectRenderer.hasFirstLevel(document),
        places,
        attributed.all());
  }

  static Document parsed(String text) {
    return PARSER.parse(BasedSequence.of(new BudgetedText(text)));
  }

  /** What stands before an item that is to be done, or is. */
  static String box(boolean isDone) {
    return isDone ? "☑ " : "☐ ";
  }

  private static final class AttributesOfDocument extends IndependentAttributeProviderFactory {

    @Override
    public AttributeProvider apply(LinkResolverContext context) {
      return ATTRIBUTES.get(context.getDocument());
    }
  }

  private static final class IdsOfDocument implements HeaderIdGeneratorFactory {

    @Override
    public HtmlIdGenerator create() {
      return new HeadingIds(heading -> false);
    }

    @Override
    public HtmlIdGenerator create(LinkResolverContext context) {
      return new HeadingIds(heading -> ATTRIBUTES.get(context.getDocument()).isNamed(heading));
    }
  }

  /** Writes attribute blocks to their blocks, and their lines to links and headings. */
  private static final class Attributes implements AttributeProvider {

    private final Map<Node, BlockAttributes> blocks;
    private long charactersLeft;

    Attributes(Map<Node, BlockAttributes> blocks, long charactersLeft) {
      this.blocks = blocks;
      this.charactersLeft = charactersLeft;
    }

    private static String place(Node node) {
      return LinkLines.statement(node.getStartOffset(), node.getEndOffset());
    }

    boolean isNamed(Node node) {
      return blocks.containsKey(node) && blocks.get(node).id().isPresent();
    }

    /** Thousands of references to one long address make gigabytes of a small text. */
    static long most(int length) {
      return 1_000_000 + 10L * length;
    }

    @Override
    public void setAttributes(Node node, AttributablePart part, MutableAttributes html) {
      if (part == AttributablePart.LINK) {
        charactersLeft -= html.getValue("href").length() + html.getValue("src").length();
        charactersLeft -= html.getValue("title").length();
        if (charactersLeft < 0) {
          throw new BudgetedText.SpentException();
        }
        html.replaceValue(AllowedHtml.PLACE, place(node));
      }
      if (node instanceof Heading) {
        html.replaceValue(AllowedHtml.PLACE, place(node));
      }
      BlockAttributes block = blocks.get(node);
      if (block != null && part == AttributablePart.NODE) {
        block.id().ifPresent(id -> html.replaceValue("id", id));
        if (!block.classes().isEmpty()) {
          html.addValue("class", String.join(" ", block.classes()));
        }
      }
    }
  }
}
