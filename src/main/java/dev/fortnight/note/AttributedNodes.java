package dev.fortnight.note;

import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds the block of a document that each attribute block belongs to. */
final class AttributedNodes {

  private final Lines lines;

  private AttributedNodes(Lines lines) {
    this.lines = lines;
  }

  static Map<Node, BlockAttributes> of(
      Document document, List<BlockAttributes> blocks, Lines lines) {
    return blocks.isEmpty() ? Map.of() : new AttributedNodes(lines).find(document, blocks);
  }

  private Map<Node, BlockAttributes> find(Document document, List<BlockAttributes> blocks) {
    Map<Integer, Node> byFirstLine = new HashMap<>();
    Map<Integer, Node> byLastLine = new HashMap<>();
    for (Node node : document.getChildren()) {
      byFirstLine.putIfAbsent(lines.at(node.getStartOffset()), node);
      byLastLine.put(lastLine(node), node);
    }
    Map<Node, BlockAttributes> found = new IdentityHashMap<>();
    for (BlockAttributes block : blocks) {
      Node node =
          block.belongsAbove()
              ? innermost(byLastLine.get(block.line() - 1), block)
              : byFirstLine.get(block.lastLine() + 1);
      if (node != null) {
        found.put(node, block);
      }
    }
    return found;
  }

  /** What is indented in a list means the block inside the item, not the whole list. */
  private Node innermost(Node outer, BlockAttributes block) {
    Node node = outer;
    while (block.indentation() > 0
        && (node instanceof ListBlock || node instanceof ListItem)
        && node.getLastChild() != null
        && lastLine(node.getLastChild()) == block.line() - 1) {
      node = node.getLastChild();
    }
    return node;
  }

  /** The last line with something in it; flexmark counts blank lines below to some blocks. */
  private int lastLine(Node node) {
    return lines.lastWritten(node.getStartOffset(), node.getEndOffset());
  }
}
