package dev.fortnight.note;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.TextBase;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Hands a document to the allow list tag by tag, as what the allow list would read in the HTML that
 * flexmark writes of it. That takes a fraction of the time of writing and reading it. It knows what
 * most notes are made of; {@link OrdinaryMarkdown} tells those that have anything else in them, raw
 * HTML above all.
 */
final class DirectRenderer {

  private final DirectHtml html;
  private final Map<Node, BlockAttributes> blocks;
  private final HeadingIds ids;
  private final ListOptions lists;

  private DirectRenderer(
      DirectHtml html, Map<Node, BlockAttributes> blocks, HeadingIds ids, ListOptions lists) {
    this.html = html;
    this.blocks = blocks;
    this.ids = ids;
    this.lists = lists;
  }

  static boolean hasFirstLevel(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Heading heading && heading.getLevel() == 1 || hasFirstLevel(child)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param blocks what attribute blocks say of their blocks
   * @param ids those of headings that have none of their own
   */
  static void render(
      Document document,
      Map<Node, BlockAttributes> blocks,
      HeadingIds ids,
      HtmlStreamEventReceiver receiver) {
    DirectHtml html = new DirectHtml(receiver);
    receiver.openDocument();
    new DirectRenderer(html, blocks, ids, ListOptions.get(document)).children(document);
    html.end();
    receiver.closeDocument();
  }

  private void children(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      render(child);
    }
  }

  private void render(Node node) {
    if (node instanceof Text) {
      html.words(words(node));
    } else if (node instanceof Paragraph paragraph) {
      paragraph(paragraph);
    } else if (node instanceof ListItem item) {
      item(item);
    } else if (node instanceof Heading heading) {
      heading(heading);
    } else if (node instanceof Link || node instanceof AutoLink) {
      link(node);
    } else if (node instanceof Code code) {
      html.open("code", List.of());
      html.words(Escaping.collapseWhitespace(code.getText(), true)).close("code");
    } else if (node instanceof FencedCodeBlock code) {
      code(code);
    } else if (node instanceof SoftLineBreak) {
      html.line();
    } else if (node instanceof HardLineBreak) {
      html.openVoid("br", List.of()).line();
    } else if (node instanceof ThematicBreak) {
      html.line().openVoid("hr", attributes(node)).line();
    } else if (node instanceof TextBase) {
      children(node);
    } else if (node instanceof TableCell cell) {
      cell(cell);
    } else {
      element(node);
    }
  }

  /** Looking for what is escaped takes longer than all else, and most words have nothing of it. */
  private static String words(Node node) {
    BasedSequence written = node.getChars();
    boolean isPlain = written.indexOf('\\') < 0 && written.indexOf('&') < 0;
    return isPlain ? written.toString() : Escaping.normalizeEOL(written.unescape());
  }

  private void element(Node node) {
    if (node instanceof Emphasis) {
      inline("em", node);
    } else if (node instanceof StrongEmphasis) {
      inline("strong", node);
    } else if (node instanceof Strikethrough) {
      inline("del", node);
    } else if (node instanceof BulletList) {
      frame("ul", node);
    } else if (node instanceof OrderedList list) {
      frame("ol", node, start(list));
    } else if (node instanceof BlockQuote) {
      frame("blockquote", node);
    } else if (node instanceof TableBlock) {
      frame("table", node);
    } else if (node instanceof TableHead) {
      frame("thead", node);
    } else if (node instanceof TableBody) {
      frame("tbody", node);
    } else if (node instanceof TableRow) {
      block("tr", node, attributes(node));
    }
  }

  private void inline(String element, Node node) {
    html.open(element, List.of());
    children(node);
    html.close(element);
  }

  /** Its words stand on one line with its tags. */
  private void block(String element, Node node, List<String> attributes) {
    html.line().open(element, attributes);
    children(node);
    html.close(element).line();
  }

  /** Its blocks have lines of their own. */
  private void frame(String element, Node node, String... more) {
    List<String> attributes = new ArrayList<>(List.of(more));
    attributes.addAll(attributes(node));
    html.line().open(element, attributes).line();
    children(node);
    html.line().close(element).line();
  }

  private static String[] start(OrderedList list) {
    int start = list.getStartNumber();
    return start == 1 ? new String[0] : new String[] {"start", Integer.toString(start)};
  }

  private void paragraph(Paragraph paragraph) {
    boolean isTight =
        paragraph.getParent() instanceof ListItem item
            && item.isParagraphWrappingDisabled(paragraph, lists, null);
    if (isTight) {
      children(paragraph);
    } else {
      block("p", paragraph, attributes(paragraph));
    }
  }

  private void item(ListItem item) {
    if (item instanceof TaskListItem task) {
      task(task);
    } else {
      block("li", item, List.of());
    }
  }

  private void task(TaskListItem task) {
    boolean isTight = lists.isTightListItem(task);
    html.line().open("li", List.of("class", "task-list-item"));
    if (!isTight) {
      html.line().open("p", List.of());
    }
    html.words(FlexmarkMarkdown.box(task.isItemDoneMarker()));
    children(task);
    if (!isTight) {
      html.close("p").line();
    }
    html.close("li").line();
  }

  private void heading(Heading heading) {
    List<String> attributes = new ArrayList<>();
    String id = ids.getId(heading);
    if (id != null) {
      attributes.addAll(List.of("id", id));
    }
    attributes.addAll(List.of(AllowedHtml.PLACE, place(heading)));
    attributes.addAll(attributes(heading));
    block("h" + heading.getLevel(), heading, attributes);
  }

  private static String place(Node node) {
    return LinkLines.statement(node.getStartOffset(), node.getEndOffset());
  }

  private void link(Node node) {
    List<String> attributes = new ArrayList<>();
    if (node instanceof AutoLink auto) {
      String url = auto.getText().toString();
      attributes.addAll(List.of("href", url.startsWith("www.") ? "http://" + url : url));
    } else if (node instanceof Link link) {
      attributes.addAll(List.of("href", link.getUrl().unescape()));
      if (link.getTitle().isNotNull()) {
        attributes.addAll(List.of("title", link.getTitle().unescape()));
      }
    }
    attributes.addAll(List.of(AllowedHtml.PLACE, place(node)));
    html.open("a", attributes);
    if (node instanceof AutoLink auto) {
      html.words(auto.getText().toString());
    } else {
      children(node);
    }
    html.close("a");
  }

  private void code(FencedCodeBlock block) {
    html.line().open("pre", attributes(block)).open("code", List.of());
    BasedSequence content = block.getContentChars();
    html.lines(content).close("code").close("pre").line();
  }

  private void cell(TableCell cell) {
    List<String> attributes = new ArrayList<>();
    if (cell.getAlignment() != null) {
      attributes.addAll(List.of("align", cell.getAlignment().name().toLowerCase(Locale.ROOT)));
    }
    if (cell.getSpan() > 1) {
      attributes.addAll(List.of("colspan", Integer.toString(cell.getSpan())));
    }
    String element = cell.isHeader() ? "th" : "td";
    html.open(element, attributes);
    children(cell);
    html.close(element);
  }

  private List<String> attributes(Node node) {
    BlockAttributes block = blocks.get(node);
    if (block == null) {
      return List.of();
    }
    List<String> attributes = new ArrayList<>();
    block.id().ifPresent(id -> attributes.addAll(List.of("id", id)));
    if (!block.classes().isEmpty()) {
      attributes.addAll(List.of("class", String.join(" ", block.classes())));
    }
    return attributes;
  }
}
