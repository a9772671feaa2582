package dev.fortnight.note;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Hands tags and words on with flexmark's line breaks around blocks, without writing HTML that
 * would have to be taken apart again.
 */
final class DirectHtml {

  /** Nothing but other elements may stand in these, so the lines between them say nothing. */
  private static final Set<String> WITHOUT_TEXT =
      Set.of("ul", "ol", "table", "thead", "tbody", "tr");

  private final HtmlStreamEventReceiver next;
  private final Deque<String> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private boolean isAtLineStart = true;

  DirectHtml(HtmlStreamEventReceiver next) {
    this.next = next;
  }

  /** Begins a line, unless one has just begun. */
  DirectHtml line() {
    if (!isAtLineStart) {
      text.append('\n');
      isAtLineStart = true;
    }
    return this;
  }

  /**
   * @param attributes names and values in turn
   */
  DirectHtml open(String element, List<String> attributes) {
    flush();
    next.openTag(element, new ArrayList<>(attributes));
    open.push(element);
    isAtLineStart = false;
    return this;
  }

  /** One that holds nothing and is not closed. */
  DirectHtml openVoid(String element, List<String> attributes) {
    open(element, attributes);
    open.pop();
    return this;
  }

  DirectHtml close(String element) {
    flush();
    next.closeTag(element);
    open.pop();
    isAtLineStart = false;
    return this;
  }

  /** Words of one line, which begins with none that is a space. */
  DirectHtml words(CharSequence words) {
    int at = 0;
    while (isAtLineStart && at < words.length() && words.charAt(at) == ' ') {
      at++;
    }
    text.append(words, at, words.length());
    isAtLineStart &= at == words.length();
    return this;
  }

  /** What keeps its lines as they are. */
  DirectHtml lines(BasedSequence lines) {
    text.append(lines.normalizeEOL());
    isAtLineStart = false;
    return this;
  }

  void end() {
    flush();
  }

  private void flush() {
    if (text.isEmpty()) {
      return;
    }
    String said = text.toString();
    text.setLength(0);
    if (open.isEmpty() || !WITHOUT_TEXT.contains(open.peek()) || !said.isBlank()) {
      next.text(said);
    }
  }
}
