package dev.fortnight.note;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The text of one cue, line by line. Source: WebVTT, W3C Candidate Recommendation of 2019-04-04,
 * section 4.2.2.
 */
final class CueText {

  private static final Pattern MARK =
      Pattern.compile(
          "<(?:(/?)(c|i|b|u|ruby|rt|v|lang)((?:\\.[^\\s.<>&]+)*)(?:[ \\t]+([^<>]*))?"
              + "|"
              + CueTiming.TIME
              + ")>");

  /** Classes mean nothing without a style sheet. */
  private static final String CLASS = "c";

  private static final Set<String> ANNOTATED = Set.of("v", "lang");

  private final Deque<String> open = new ArrayDeque<>();

  /**
   * A line of it.
   *
   * @param published with the marks that may stay
   * @param words as viewers read it, who speaks first
   */
  record Line(String published, String words) {}

  /** Empty where a mark is none of WebVTT's, or ends what was not begun. */
  Optional<Line> line(String source) {
    StringBuilder published = new StringBuilder();
    StringBuilder words = new StringBuilder();
    int at = 0;
    for (Matcher mark = MARK.matcher(source); mark.find(); at = mark.end()) {
      text(source.substring(at, mark.start()), published, words);
      if (!isTaken(mark, published, words)) {
        return Optional.empty();
      }
    }
    text(source.substring(at), published, words);
    boolean isWhole = published.indexOf("\0") < 0;
    return isWhole
        ? Optional.of(new Line(published.toString(), words.toString()))
        : Optional.empty();
  }

  /** What is left open at the end of a cue ends with it. */
  String end() {
    StringBuilder ends = new StringBuilder();
    open.stream()
        .filter(name -> !name.equals(CLASS))
        .forEach(name -> ends.append("</" + name + ">"));
    return ends.toString();
  }

  private static void text(String text, StringBuilder published, StringBuilder words) {
    published.append(text.contains("<") || text.contains("-->") ? "\0" : text);
    words.append(Parser.unescapeEntities(text, false));
  }

  private boolean isTaken(Matcher mark, StringBuilder published, StringBuilder words) {
    String name = mark.group(2);
    if (name == null) {
      published.append(mark.group());
      return true;
    }
    if (!mark.group(1).isEmpty()) {
      published.append(name.equals(CLASS) ? "" : "</" + name + ">");
      return mark.group(3).isEmpty() && mark.group(4) == null && name.equals(open.poll());
    }
    String note = Optional.ofNullable(mark.group(4)).map(String::strip).orElse("");
    open.push(name);
    if (ANNOTATED.contains(name)) {
      published.append('<').append(name).append(' ').append(note).append('>');
      words.append(name.equals("v") ? Parser.unescapeEntities(note, false) + ": " : "");
      return name.equals("v") ? !note.isEmpty() : note.matches("[A-Za-z0-9-]{2,35}");
    }
    published.append(name.equals(CLASS) ? "" : "<" + name + ">");
    return note.isEmpty();
  }
}
