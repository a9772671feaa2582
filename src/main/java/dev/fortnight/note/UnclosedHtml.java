package dev.fortnight.note;

import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds raw HTML that a browser and the sanitizer read on and on because nothing closes it. The
 * rest of a text can only close it where it is raw HTML itself.
 */
final class UnclosedHtml {

  /** Elements whose content is no HTML, so that only their own closing tag ends it. */
  private static final Set<String> SWALLOWING =
      Set.of("script", "style", "iframe", "textarea", "title", "xmp", "listing", "plaintext");

  private static final Map<String, String> MARKS = Map.of("<!--", "-->", "<![CDATA[", "]]>");

  private static final Pattern OPENING =
      Pattern.compile("<!--|<!\\[CDATA\\[|<\\?|<(/?[a-zA-Z][^\\s/>]*)");

  private final String source;
  private String name = "";
  private String closing = "";
  private int start;
  private int end;

  private UnclosedHtml(String source) {
    this.source = source;
  }

  /** What is left open, and from where to where its opening stands in the source. */
  record Open(String name, int start, int end) {}

  static Optional<Open> in(Document document, String source) {
    UnclosedHtml open = new UnclosedHtml(source);
    for (Node node : document.getDescendants()) {
      if (node instanceof HtmlBlockBase || node instanceof HtmlInlineBase) {
        open.read(node.getStartOffset(), Math.min(node.getEndOffset(), source.length()));
      }
    }
    return open.closing.isEmpty()
        ? Optional.empty()
        : Optional.of(new Open(open.name, open.start, open.end));
  }

  private void read(int from, int to) {
    String html = source.substring(from, to);
    String lower = html.toLowerCase(Locale.ROOT);
    Matcher opening = OPENING.matcher(html);
    int at = 0;
    while (at < html.length()) {
      if (!closing.isEmpty()) {
        int closed = lower.indexOf(closing, at);
        if (closed < 0) {
          return;
        }
        at = closed + closing.length();
        closing = "";
      } else if (opening.find(at)) {
        at = opened(html, opening, from);
      } else {
        return;
      }
    }
  }

  /** Where to go on behind what opens here. */
  private int opened(String html, Matcher opening, int from) {
    start = from + opening.start();
    String element = opening.group(1);
    if (element == null) {
      name = opening.group();
      closing = MARKS.getOrDefault(name, "?>");
      end = from + opening.end();
      return opening.end();
    }
    name = element.toLowerCase(Locale.ROOT);
    int behind = behindTag(html, opening.end());
    if (behind > html.length()) {
      closing = ">";
      end = from + opening.end();
    } else if (SWALLOWING.contains(name)) {
      closing = "</" + name;
      end = from + behind;
    }
    return behind;
  }

  /** The offset behind a tag, in whose values brackets may stand; past the end if it has none. */
  private static int behindTag(String html, int from) {
    char quote = 0;
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i + 1;
      } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
        quote = c;
      }
    }
    return html.length() + 1;
  }
}
