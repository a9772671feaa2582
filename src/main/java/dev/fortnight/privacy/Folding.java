package dev.fortnight.privacy;

import com.vladsch.flexmark.util.sequence.Html5Entities;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * One pass that takes the disguise off a text of Markdown or HTML: emphasis inside words, entities,
 * URL coding, escapes, invisible characters, accents and look-alike letters. Comments and
 * attributes are moved behind the rest, so that the text around them joins up.
 */
final class Folding {

  private static final int LONGEST_ENTITY = 34;

  private static final boolean[] PLAIN = new boolean[128];

  static {
    Arrays.fill(PLAIN, true);
    for (char special : "&%\\<*~`".toCharArray()) {
      PLAIN[special] = false;
    }
    for (int control = 0; control < ' '; control++) {
      PLAIN[control] = Character.isWhitespace(control);
    }
  }

  private final String source;
  private final char[] characters;
  private final Deque<int[]> aside = new ArrayDeque<>();
  private final CodeSpans code;
  private final HtmlComments comments;
  private final FoldedText folded;

  private Folding(String source, FoldedText folded) {
    this.source = source;
    this.characters = source.toCharArray();
    this.code = new CodeSpans(source);
    this.comments = new HtmlComments(source);
    this.folded = folded;
  }

  /** Gives what is code in the source, see {@link CodeSpans#spans}. */
  static List<int[]> fold(String source, FoldedText folded) {
    Folding folding = new Folding(source, folded);
    folding.run();
    return folding.code.spans();
  }

  /** Whether nothing but itself can be meant by a character, as with most. */
  static boolean isPlain(char c) {
    return c < PLAIN.length && PLAIN[c];
  }

  private void run() {
    fold(0, source.length());
    while (!aside.isEmpty()) {
      int[] range = aside.remove();
      folded.put('\n', range[0], range[0]);
      folded.put('\n', range[0], range[0]);
      fold(range[0], range[1]);
    }
  }

  private void fold(int start, int end) {
    int at = folded.run(characters, start, end);
    while (at < end) {
      char c = characters[at];
      int next = c < 128 ? special(c, at, end) : foreign(at, at);
      at = folded.run(characters, next, end);
    }
  }

  /** Folds what may be more than the character that is there; gives where to go on. */
  private int special(char c, int at, int end) {
    return switch (c) {
      case '&' -> entity(at, end);
      case '%' -> coded(at, end);
      case '\\' -> escape(at, end);
      case '<' -> tag(at, end);
      case '`' -> code.pass(at, end);
      case '*', '~' -> emphasis(c, at, end);
      default -> at + 1;
    };
  }

  private int keep(int at) {
    put(characters[at], at, at + 1);
    return at + 1;
  }

  private int emphasis(char c, int at, int end) {
    boolean isMark = c == '*' || at + 1 < end && characters[at + 1] == '~';
    if (!isMark || code.covers(at)) {
      return keep(at);
    }
    return c == '*' ? at + 1 : at + 2;
  }

  private int escape(int at, int end) {
    if (at + 1 == end) {
      return keep(at);
    }
    char next = characters[at + 1];
    if (next == 'u' && at + 6 <= end && source.substring(at + 2, at + 6).matches("[0-9a-fA-F]+")) {
      put(Integer.parseInt(source.substring(at + 2, at + 6), 16), at, at + 6);
      return at + 6;
    }
    boolean isPunctuation = next > ' ' && next < 127 && !Character.isLetterOrDigit(next);
    return isPunctuation ? at + 1 : keep(at);
  }

  /** {@code &amp;#64;} hides as well as {@code &#64;}. */
  private int entity(int at, int end) {
    int body = at + 1;
    while (source.startsWith("amp;", body) && body + 4 < end) {
      body += 4;
    }
    int semicolon = endOfEntity(body, end);
    if (semicolon < 0) {
      put('&', at, body);
      return body;
    }
    String entity = "&" + source.substring(body, semicolon + 1);
    String meant = Html5Entities.entityToString(entity);
    if (meant.equals(entity)) {
      put('&', at, body);
      return body;
    }
    int behind = semicolon + 1;
    meant.codePoints().forEach(character -> put(character, at, behind));
    return behind;
  }

  /** Looks no further than an entity may be long. */
  private int endOfEntity(int body, int end) {
    for (int at = body; at < Math.min(end, body + LONGEST_ENTITY); at++) {
      char c = characters[at];
      if (c == ';') {
        return at > body ? at : -1;
      }
      if (c != '#' && !Character.isLetterOrDigit(c)) {
        return -1;
      }
    }
    return -1;
  }

  private int coded(int at, int end) {
    byte[] bytes = new byte[Math.min(64, (end - at) / 3)];
    int count = 0;
    int next = at;
    while (count < bytes.length && next < end && characters[next] == '%') {
      int digits = next + 1;
      while (source.startsWith("25", digits) && isHexadecimal(digits + 2, end)) {
        digits += 2;
      }
      if (!isHexadecimal(digits, end)) {
        break;
      }
      bytes[count++] = (byte) Integer.parseInt(source.substring(digits, digits + 2), 16);
      next = digits + 2;
    }
    if (count == 0) {
      return keep(at);
    }
    try {
      CharBuffer meant =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, count));
      int stop = next;
      meant.codePoints().forEach(character -> put(character, at, stop));
      return next;
    } catch (CharacterCodingException e) {
      return keep(at); // it is no coded text, so it stands for itself
    }
  }

  private boolean isHexadecimal(int at, int end) {
    return at + 2 <= end
        && Character.digit(characters[at], 16) >= 0
        && Character.digit(characters[at + 1], 16) >= 0;
  }

  private int tag(int at, int end) {
    if (at + 1 < characters.length && characters[at + 1] == '!' && source.startsWith("<!--", at)) {
      return comment(Math.min(end, at + 4), end);
    }
    HtmlTag tag = HtmlTag.at(characters, at, end);
    if (tag == null) {
      return keep(at);
    }
    if (tag.hasAttributes()) {
      aside.add(new int[] {tag.aside(), tag.close()});
    }
    if (tag.element() == HtmlElement.CODE && characters[tag.name() - 1] == '<') {
      code.tag(tag.close() + 1);
    }
    tag.element().separate(folded, at, at + 1);
    return tag.close() + 1;
  }

  /** What none closes hides nothing, nor does one within another. */
  private int comment(int start, int end) {
    int close = comments.end(start);
    if (close > end - 3) {
      return start;
    }
    aside.add(new int[] {start, close});
    return close + 3;
  }

  private int foreign(int at, int start) {
    int character = source.codePointAt(at);
    int next = at + Character.charCount(character);
    put(character, start, next);
    return next;
  }

  private void put(int character, int start, int end) {
    if (character < 128) {
      folded.put((char) character, start, end);
      return;
    }
    String plain = PlainCharacters.of(character);
    for (int i = 0; i < plain.length(); i++) {
      folded.put(plain.charAt(i), start, end);
    }
  }
}
