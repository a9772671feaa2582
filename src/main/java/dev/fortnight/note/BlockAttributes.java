package dev.fortnight.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block attribute line as kramdown reads it, {@code {: #q1 .evidence supports="slug"}}.
 *
 * @param line in the text, from 0
 * @param belongsAbove whether it stands directly under its block; otherwise it opens the next one
 */
record BlockAttributes(
    int line,
    boolean belongsAbove,
    Optional<String> id,
    List<String> classes,
    Map<String, String> attributes) {

  private static final Pattern LINE = Pattern.compile(" {0,3}\\{:\\s*([^{}]*)}\\s*");
  private static final Pattern PART =
      Pattern.compile(
          "#([\\p{L}\\p{Nd}][\\p{L}\\p{Nd}_:.-]*)|\\.([\\p{L}_-][\\p{L}\\p{Nd}_-]*)"
              + "|([\\p{L}_-][\\p{L}\\p{Nd}_-]*)=(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");

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
      Matcher fenceMatcher = FENCE.matcher(lines[i]);
      if (fence != null) {
        fence = closes(fence, fenceMatcher) ? null : fence;
      } else if (fenceMatcher.matches()) {
        fence = fenceMatcher.group(1);
      } else {
        Matcher matcher = LINE.matcher(lines[i]);
        if (matcher.matches()) {
          blocks.add(parse(i, !blankAbove, matcher.group(1)));
          lines[i] = " ".repeat(lines[i].length());
        }
      }
      blankAbove = lines[i].isBlank();
    }
    return new Extracted(String.join("\n", lines), List.copyOf(blocks));
  }

  private static boolean closes(String fence, Matcher line) {
    return line.matches() && line.group(1).startsWith(fence) && line.group(2).isBlank();
  }

  private static BlockAttributes parse(int line, boolean belongsAbove, String text) {
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
    return new BlockAttributes(line, belongsAbove, id, classes, attributes);
  }
}
