package dev.fortnight.note;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedLinkNode;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.html.renderer.HtmlIdGenerator;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Makes the ids of headings from their words as Jekyll and GitHub do, so that links which others
 * have to them stay good.
 */
final class HeadingIds implements HtmlIdGenerator {

  /** What kramdown makes one sign of, before it leaves out the signs. */
  private static final Pattern DASHES = Pattern.compile("---?");

  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}\\p{Pc}\\- \\t]");

  private final Predicate<Node> isNamed;
  private final Map<Node, String> ids = new IdentityHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * @param isNamed whether a heading has an id that the text gives it, so that it needs none
   */
  HeadingIds(Predicate<Node> isNamed) {
    this.isNamed = isNamed;
  }

  @Override
  public void generateIds(Document document) {
    search(document);
  }

  @Override
  public String getId(Node node) {
    return ids.get(node);
  }

  @Override
  public String getId(CharSequence text) {
    return null;
  }

  private void search(Node parent) {
    for (Node node : parent.getChildren()) {
      if (node instanceof Heading && !isNamed.test(node)) {
        StringBuilder words = new StringBuilder();
        node.getChildren().forEach(child -> add(words, child));
        name(node, words.toString());
      } else {
        search(node);
      }
    }
  }

  private void name(Node heading, String words) {
    String id = SIGNS.matcher(lowerCase(words)).replaceAll("").replace(' ', '-').replace('\t', '-');
    int count = counts.merge(id, 1, Integer::sum);
    if (!id.isEmpty()) {
      ids.put(heading, count == 1 ? id : id + "-" + (count - 1));
    }
  }

  /** Letter by letter: a sigma at the end of a word stays the one it is elsewhere. */
  private static String lowerCase(String words) {
    StringBuilder lower = new StringBuilder();
    words.codePoints().forEach(c -> lower.append(Character.toString(c).toLowerCase(Locale.ROOT)));
    return lower.toString();
  }

  private static void add(StringBuilder words, Node node) {
    if (node instanceof Image || node instanceof ImageRef || node instanceof Footnote) {
      return;
    }
    if (node instanceof AutoLink || node instanceof MailLink) {
      words.append(((DelimitedLinkNode) node).getText());
    } else if (node instanceof Code code) {
      words.append(code.getText());
    } else if (node instanceof HtmlEntity) {
      words.append(node.getChars().unescape());
    } else if (node instanceof Text) {
      words.append(DASHES.matcher(node.getChars().unescape()).replaceAll(""));
    } else {
      node.getChildren().forEach(child -> add(words, child));
    }
  }
}
