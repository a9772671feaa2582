package dev.fortnight.note;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataKey;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.html.MutableAttributes;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Markdown through flexmark, with attribute blocks where kramdown puts them, then sanitised. */
final class FlexmarkMarkdown implements Markdown {

  private static final DataKey<Map<Node, BlockAttributes>> ATTRIBUTES =
      new DataKey<>("FORTNIGHT_ATTRIBUTES", Map.of());

  private static final MutableDataSet OPTIONS =
      new MutableDataSet()
          .set(
              Parser.EXTENSIONS,
              List.of(
                  TablesExtension.create(),
                  FootnoteExtension.create(),
                  StrikethroughExtension.create(),
                  TaskListExtension.create(),
                  DefinitionExtension.create(),
                  AutolinkExtension.create()))
          .set(HtmlRenderer.GENERATE_HEADER_ID, true)
          .set(HtmlRenderer.RENDER_HEADER_ID, true)
          .set(TaskListExtension.ITEM_DONE_MARKER, "☑ ")
          .set(TaskListExtension.ITEM_NOT_DONE_MARKER, "☐ ");

  private static final Parser PARSER = Parser.builder(OPTIONS).build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder(OPTIONS).attributeProviderFactory(new Attributes()).build();

  @Override
  public Rendered render(String text, int firstLine) throws TooComplexException {
    BlockAttributes.Extracted extracted = BlockAttributes.extract(text);
    String html;
    try {
      CharSequence budgeted = new BudgetedText(extracted.text());
      Document document = PARSER.parse(BasedSequence.of(budgeted));
      attach(document, extracted.blocks());
      html = RENDERER.render(document);
    } catch (BudgetedText.SpentException | StackOverflowError e) {
      throw new TooComplexException(e);
    }
    return SafeHtml.of(html, text, firstLine);
  }

  private static void attach(Document document, List<BlockAttributes> blocks) {
    if (blocks.isEmpty()) {
      return;
    }
    Map<Node, BlockAttributes> attributes = new IdentityHashMap<>();
    for (BlockAttributes block : blocks) {
      for (Node node : document.getChildren()) {
        boolean isMeant =
            block.belongsAbove()
                ? lastLine(document, node) == block.line() - 1
                : document.getLineNumber(node.getStartOffset()) == block.line() + 1;
        if (isMeant) {
          attributes.put(node, block);
          break;
        }
      }
    }
    document.set(ATTRIBUTES, attributes);
  }

  /** The last line with something in it; flexmark counts blank lines below to some blocks. */
  private static int lastLine(Document document, Node node) {
    int end = node.getEndOffset();
    while (end > node.getStartOffset()
        && Character.isWhitespace(document.getChars().charAt(end - 1))) {
      end--;
    }
    return document.getLineNumber(Math.max(node.getStartOffset(), end - 1));
  }

  private static final class Attributes extends IndependentAttributeProviderFactory {

    @Override
    public AttributeProvider apply(LinkResolverContext context) {
      Map<Node, BlockAttributes> attributes = ATTRIBUTES.get(context.getDocument());
      return (node, part, html) -> {
        BlockAttributes block = attributes.get(node);
        if (block != null && part == AttributablePart.NODE) {
          add(block, html);
        }
      };
    }

    private static void add(BlockAttributes block, MutableAttributes html) {
      block.id().ifPresent(id -> html.replaceValue("id", id));
      if (!block.classes().isEmpty()) {
        html.addValue("class", String.join(" ", block.classes()));
      }
    }
  }
}
