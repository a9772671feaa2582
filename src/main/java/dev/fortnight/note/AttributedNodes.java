package dev.fortnight.note;

import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the block of a document that each line of attributes belongs to, as kramdown has it: the
 * one directly above, or under a blank line the next one in the same list, quotation or text.
 */
final class AttributedNodes {

  private final String text;
  private final Lines lines;
  private final Map<Node, BlockAttributes> found = new IdentityHashMap<>();
  private final List<BlockAttributes> lost = new ArrayList<>();

  private AttributedNodes(String text, Lines lines) {
    this.text = text;
    this.lines = lines;
  }

  /** Takes the lines of attributes out of the document. */
  static AttributedNodes of(Document document, String text, Lines lines) {
    AttributedNodes nodes = new AttributedNodes(text, lines);
    if (text.contains("{:")) {
      nodes.search(document);
    }
    return nodes;
  }

  Map<Node, BlockAttributes> blocks() {
    return found;
  }

  /** Whether a block is given an id. */
  boolean isNamed(Node block) {
    return found.containsKey(block) && found.get(block).id().isPresent();
  }

  /** All attributes in their order, also those that belong to no block. */
  List<BlockAttributes> all() {
    return Stream.concat(found.values().stream(), lost.stream())
        .sorted(Comparator.comparingInt(BlockAttributes::line))
        .toList();
  }

  private void search(Node parent) {
    Node above = null;
    Node before = null;
    BlockAttributes waiting = null;
    for (Node node = parent.getFirstChild(); node != null; ) {
      Node next = node.getNext();
      if (node instanceof AttributeLines.Line line) {
        BlockAttributes said = said(line);
        boolean joinsWaiting = waiting != null && before instanceof AttributeLines.Line;
        if (above != null && !joinsWaiting && !isBlank(said.line() - 1)) {
          found.merge(meant(line, above), said, BlockAttributes::and);
        } else {
          waiting = waiting == null ? said : waiting.and(said);
        }
        line.unlink();
      } else {
        if (waiting != null) {
          found.put(node, waiting);
          waiting = null;
        }
        above = node;
        if (node instanceof HtmlBlock html) {
          cutOff(html);
        }
        search(node);
      }
      before = node;
      node = next;
    }
    if (waiting != null) {
      lost.add(waiting);
    }
  }

  /** flexmark lets a line at the margin go on with a definition; it means the whole list. */
  private Node meant(AttributeLines.Line line, Node above) {
    boolean isAtMargin = lines.start(lines.at(line.getStartOffset())) == line.getStartOffset();
    return isAtMargin && line.getParent() instanceof DefinitionItem item ? item.getParent() : above;
  }

  private BlockAttributes said(AttributeLines.Line line) {
    return BlockAttributes.parse(lines.at(line.getStartOffset()), line.said());
  }

  /** A line of a quotation may be blank behind its marks. */
  private boolean isBlank(int line) {
    return text.substring(lines.start(line), lines.start(line + 1))
        .chars()
        .allMatch(c -> c == '>' || Character.isWhitespace(c));
  }

  /** Raw HTML goes on to the next blank line; attributes under it have no effect and no place. */
  private void cutOff(HtmlBlock html) {
    List<BasedSequence> content = html.getContentLines();
    int kept = content.size();
    while (kept > 1 && AttributeLines.isOne(content.get(kept - 1))) {
      kept--;
      BasedSequence line = content.get(kept);
      String said = line.toString().strip();
      lost.add(
          BlockAttributes.parse(
              lines.at(line.getStartOffset()), said.substring(2, said.length() - 1)));
    }
    if (kept < content.size()) {
      html.setContent(List.copyOf(content.subList(0, kept)));
    }
  }
}
