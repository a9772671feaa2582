package dev.fortnight.note;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.autolink.internal.AutolinkNodePostProcessor;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.NodePostProcessor;
import com.vladsch.flexmark.parser.block.NodePostProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.NodeTracker;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import java.util.Arrays;

/**
 * flexmark's links of bare addresses, looked for only where one may be: most texts have none, and
 * the search takes as long as the rest of the parser does.
 */
final class AutoLinks implements Parser.ParserExtension {

  @Override
  public void parserOptions(MutableDataHolder options) {}

  @Override
  public void extend(Parser.Builder builder) {
    builder.postProcessorFactory(new Factory());
  }

  private static final class Factory extends NodePostProcessorFactory {

    Factory() {
      super(false);
      addNodes(Text.class);
    }

    @Override
    public NodePostProcessor apply(Document document) {
      return new Search(document);
    }
  }

  private static final class Search extends AutolinkNodePostProcessor {

    private final int[] signs;

    Search(Document document) {
      super(document);
      this.signs = signs(document.getChars().getBase().toString());
    }

    @Override
    public void process(NodeTracker state, Node node) {
      // an address may go on in what stands beside a node
      int at = Arrays.binarySearch(signs, node.getStartOffset());
      int next = at < 0 ? -at - 1 : at;
      if (next < signs.length && signs[next] < node.getParent().getEndOffset()) {
        super.process(state, node);
      }
    }

    /** Where what every address holds stands, or what it may be written as. */
    private static int[] signs(String text) {
      int[] signs = new int[16];
      int count = 0;
      for (int at = 0; at < text.length(); at++) {
        if (isSign(text, at)) {
          if (count == signs.length) {
            signs = Arrays.copyOf(signs, 2 * count);
          }
          signs[count++] = at;
        }
      }
      return Arrays.copyOf(signs, count);
    }

    private static boolean isSign(String text, int at) {
      return switch (text.charAt(at)) {
        case ':', '@', '&', '\\' -> true;
        case 'w', 'W' -> text.regionMatches(true, at, "www", 0, 3);
        default -> false;
      };
    }
  }
}
