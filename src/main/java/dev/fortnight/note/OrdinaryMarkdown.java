package dev.fortnight.note;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.BulletListItem;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.OrderedListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
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
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;

/**
 * Tells texts that {@link DirectRenderer} writes as flexmark's own renderer does: nothing in them
 * is raw HTML, or rare.
 */
final class OrdinaryMarkdown {

  private static final Set<Class<?>> KNOWN =
      Set.of(
          Document.class,
          AutoLink.class,
          BlockQuote.class,
          BulletList.class,
          BulletListItem.class,
          Code.class,
          Emphasis.class,
          FencedCodeBlock.class,
          HardLineBreak.class,
          Heading.class,
          Link.class,
          OrderedList.class,
          OrderedListItem.class,
          Paragraph.class,
          Reference.class,
          SoftLineBreak.class,
          StrongEmphasis.class,
          Text.class,
          TextBase.class,
          ThematicBreak.class,
          Strikethrough.class,
          TaskListItem.class,
          TableBlock.class,
          TableBody.class,
          TableCell.class,
          TableHead.class,
          TableRow.class,
          TableSeparator.class);

  /** The sanitizer closes elements by itself where they are deep in others. */
  private static final int DEEPEST = 60;

  private OrdinaryMarkdown() {}

  static boolean is(Document document, String text) {
    return isPlain(text) && knows(document, 0, false);
  }

  /** Characters that lose or change something between a renderer and a reader of HTML. */
  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean isCoded = c == '&' && at + 1 < text.length() && text.charAt(at + 1) == '#';
      if (c < ' ' && c != '\n' || c == 127 || c >= 0xD800 || isCoded) {
        return false;
      }
    }
    return true;
  }

  private static boolean knows(Node node, int depth, boolean isInLink) {
    boolean isLink = node instanceof Link || node instanceof AutoLink;
    if (!KNOWN.contains(node.getClass()) || depth > DEEPEST || isLink && isInLink) {
      return false;
    }
    if (node instanceof TaskListItem && !isParagraph(node)
        || isLink && mayHoldEntity(node.getChars())) {
      return false;
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (!knows(child, depth + 1, isInLink || isLink)) {
        return false;
      }
    }
    return true;
  }

  /** flexmark puts all that an item to be done holds into one paragraph, which HTML does not. */
  private static boolean isParagraph(Node item) {
    return item.getFirstChild() instanceof Paragraph && item.getFirstChild() == item.getLastChild();
  }

  /**
   * In addresses and titles flexmark leaves entities as they are, also those that it made itself.
   */
  private static boolean mayHoldEntity(BasedSequence link) {
    return link.indexOf('&') >= 0 && link.indexOf(';') >= 0;
  }
}
