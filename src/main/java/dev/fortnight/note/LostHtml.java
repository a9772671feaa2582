package dev.fortnight.note;

import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds raw HTML that is left out with its content, and such that a browser and the sanitizer read
 * on and on because nothing closes it. The rest of a text can only close it where it is raw HTML
 * itself.
 */
final class LostHtml {

  /** Elements whose content is no HTML, so that only their own closing tag ends it. */
  private static final Set<String> SWALLOWING =
      Set.of("script", "style", "iframe", "textarea", "title", "xmp", "listing", "plaintext");

  /** Of these nothing is shown, closed or not. */
  private static final Set<String> LEFT_OUT = Set.of("script", "style", "iframe");

  /** Whoever has mended as many sees the next ones. */
  private static final int MOST = 100;

  private static final Map<String, String> MARKS = Map.of("<!--", "-->", "<![CDATA[", "]]>");

  private static final Pattern OPENING =
      Pattern.compile("<!--|<!\\[CDATA\\[|<\\?|<(/?[a-zA-Z][^\\s/>]*)");

  private final String source;
  private final List<Part> closed = new ArrayList<>();
  private String name = "";
  private String closing = "";
  private int start;
  private int end;

  private LostHtml(String source) {
    this.source = source;
  }

  /** What is lost, and from where to where its opening stands in the source. */
  record Part(Omission.Kind kind, String name, int start, int end) {}

  static List<Part> in(Document document, String source) {
    LostHtml html = new LostHtml(source);
    for (Node node : document.getDescendants()) {
      if (node instanceof HtmlBlockBase || node instanceof HtmlInlineBase) {
        html.read(node.getStartOffset(), Math.min(node.getEndOffset(), source.length()));
      }
    }
    List<Part> lost = new ArrayList<>(html.closed);
    if (!html.closing.isEmpty()) {
      lost.add(new Part(Omission.Kind.UNCLOSED, html.name, html.start, html.end));
    }
    return lost;
  }

  private void read(int from, int to) {
    String html = source.substring(from, to);
    // one character for one, so that places stay: a Turkish İ becomes two in small letters
    String lower = html.replace('İ', 'i').toLowerCase(Locale.ROOT);
    Matcher opening = OPENING.matcher(html);
    int at = 0;
    while (at < html.length()) {
      if (!closing.isEmpty()) {
        int found = lower.indexOf(closing, at);
        if (found < 0) {
          return;
        }
        at = found + closing.length();
        closing = "";
        closed();
      } else if (opening.find(at)) {
        at = opened(html, opening, from);
      } else {
        return;
      }
    }
  }

  private void closed() {
    if (LEFT_OUT.contains(name) && closed.size() < MOST) {
      closed.add(new Part(Omission.Kind.LEFT_OUT, name, start, end));
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
