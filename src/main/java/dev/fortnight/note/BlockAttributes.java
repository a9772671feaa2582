package dev.fortnight.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes of one block as kramdown reads them, {@code {: #q1 .evidence supports="slug"}}, in
 * one line or in several that follow each other.
 *
 * @param line of the first one in the text, from 0
 * @param lastLine of the last one
 * @param indentation how far the first one stands from the margin
 * @param belongsAbove whether it stands directly under its block; otherwise it opens the next one
 */
record BlockAttributes(
    int line,
    int lastLine,
    int indentation,
    boolean belongsAbove,
    Optional<String> id,
    List<String> classes,
    Map<String, String> attributes) {

  /** No honest line is longer, and matching very long ones takes very long. */
  private static final int LONGEST = 1000;

  private static final Pattern LINE = Pattern.compile("( {0,3})\\{:([^{}]*)}[ \\t]*");
  private static final Pattern PART =
      Pattern.compile(
          "#([\\p{L}\\p{Nd}][\\p{L}\\p{Nd}_:.-]*)|\\.([\\p{L}_-][\\p{L}\\p{Nd}_-]*)"
              + "|([\\p{L}_-][\\p{L}\\p{Nd}_-]*)=(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(?:(`{3,})[^`]*|(~{3,}).*)");

  boolean isEvidence() {
    return id.isPresent() && classes.contains("evidence");
  }

  /** A text without its attribute lines, at unchanged offsets, and what these lines said. */
  record Extracted(String text, List<BlockAttributes> blocks) {}

  static Extracted extract(String text) {
    if (!text.contains("{:")) {
      return new Extracted(text, List.of());
    }
    String[] lines = text.split("\n", -1);
    List<BlockAttributes> blocks = new ArrayList<>();
    String fence = null;
    boolean blankAbove = true;
    for (int i = 0; i < lines.length; i++) {
      int first = i;
      StringBuilder said = new StringBuilder();
      int indentation = 0;
      Optional<Matcher> line = line(lines, i, fence);
      while (line.isPresent()) {
        indentation = i == first ? line.get().group(1).length() : indentation;
        said.append(line.get().group(2)).append(' ');
        lines[i] = " ".repeat(lines[i].length());
        i++;
        line = line(lines, i, fence);
      }
      if (i > first) {
        blocks.add(parse(first, i - 1, indentation, !blankAbove, said.toString()));
      }
      if (i < lines.length) {
        fence = fence(fence, lines[i]);
        blankAbove = lines[i].isBlank();
      }
    }
    return new Extracted(String.join("\n", lines), List.copyOf(blocks));
  }

  /** An attribute line, which does not stand in a fence. */
  private static Optional<Matcher> line(String[] lines, int number, String fence) {
    return Optional.of(number)
        .filter(i -> i < lines.length && fence == null && lines[i].length() <= LONGEST)
        .map(i -> LINE.matcher(lines[i]))
        .filter(Matcher::matches);
  }

  /** The fence that is open below a line; null where none is. */
  private static String fence(String open, String line) {
    Matcher matcher = FENCE.matcher(line);
    if (open != null) {
      String closing = line.strip();
      boolean isClosed =
          matcher.matches()
              && closing.length() >= open.length()
              && closing.chars().allMatch(c -> c == open.charAt(0));
      return isClosed ? null : open;
    }
    if (!matcher.matches()) {
      return null;
    }
    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }

  private static BlockAttributes parse(
      int line, int lastLine, int indentation, boolean belongsAbove, String text) {
    Optional<String> id = Optional.empty();
    List<String> classes = new ArrayList<>();
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      if (part.group(1) != null) {
        id = Optional.of(part.group(1));
      } else if (part.group(2) != null) {
        classes.add(part.group(2));
      } else {
        attributes.put(part.group(3), part.group(4) != null ? part.group(4) : part.group(5));
      }
    }
    return new BlockAttributes(
        line, lastLine, indentation, belongsAbove, id, List.copyOf(classes), attributes);
  }
}
