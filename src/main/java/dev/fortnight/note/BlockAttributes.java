package dev.fortnight.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The attributes of one block as kramdown reads them, {@code #q1 .evidence supports="slug"}.
 *
 * @param line of the first of them in the text, from 0
 */
record BlockAttributes(
    int line, Optional<String> id, List<String> classes, Map<String, String> attributes) {

  private static final Pattern PART =
      Pattern.compile(
          "#([\\p{L}\\p{Nd}][\\p{L}\\p{Nd}_:-]*)|\\.([^\\s.#{}]+)"
              + "|([\\p{L}_-][\\p{L}\\p{Nd}_-]*)="
              + "(?:\"((?:\\\\.|[^\"\\\\])*+)\"|'((?:\\\\.|[^'\\\\])*+)')");

  private static final Pattern ESCAPED = Pattern.compile("\\\\([}\"'])");

  /**
   * @param text what stands between {@code {:} and the brace that closes it
   */
  static BlockAttributes parse(int line, String text) {
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
        String value = part.group(4) != null ? part.group(4) : part.group(5);
        attributes.put(part.group(3), ESCAPED.matcher(value).replaceAll("$1"));
      }
    }
    return new BlockAttributes(line, id, List.copyOf(classes), attributes);
  }

  /** Both together; where both say something, the later one counts. */
  BlockAttributes and(BlockAttributes later) {
    Map<String, String> all = new LinkedHashMap<>(attributes);
    all.putAll(later.attributes);
    return new BlockAttributes(
        line,
        later.id.or(() -> id),
        Stream.concat(classes.stream(), later.classes.stream()).distinct().toList(),
        all);
  }

  boolean isEvidence() {
    return id.isPresent() && classes.contains("evidence");
  }
}
