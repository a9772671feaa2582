package dev.fortnight.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages as source files that stock Jekyll makes the same pages of: what a layout is given as front
 * matter, and the text as HTML, because Markdown would be read once more and differently.
 */
final class JekyllSource {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What YAML takes for a line break or for nothing at all, and JSON does not. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff]");

  /** Text may hold Liquid, which Jekyll runs even where it is told not to. */
  private static final Pattern LIQUID = Pattern.compile("\\{(?=[{%])");

  private JekyllSource() {}

  static byte[] page(String layout, Map<String, Object> data, String html) {
    Map<String, Object> frontMatter = new LinkedHashMap<>(data);
    frontMatter.put("layout", layout);
    String text = "---\n" + yaml(frontMatter) + "---\n" + LIQUID.matcher(html).replaceAll("&#123;");
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * {@code _config.yml}.
   *
   * @param site what {@code site} stands for in layouts
   * @param files the paths of the pages, some of which Jekyll would pass over
   */
  static byte[] configuration(Map<String, Object> site, Iterable<String> files) {
    Map<String, Object> configuration = new LinkedHashMap<>(site);
    configuration.put("baseurl", "");
    configuration.put("timezone", "UTC");
    configuration.put("encoding", "utf-8");
    configuration.put("plugins", List.of());
    List<String> passedOver = new ArrayList<>();
    for (String file : files) {
      for (String name : file.split("/")) {
        if (name.startsWith("_") && !passedOver.contains(name)) {
          passedOver.add(name);
        }
      }
    }
    configuration.put("include", passedOver);
    return yaml(configuration).getBytes(StandardCharsets.UTF_8);
  }

  /** Each value in the form of JSON, which is YAML too. */
  private static String yaml(Map<String, Object> values) {
    StringBuilder yaml = new StringBuilder();
    values.forEach(
        (key, value) -> yaml.append(quoted(key)).append(": ").append(quoted(value)).append('\n'));
    return yaml.toString();
  }

  private static String quoted(Object value) {
    try {
      return UNPRINTABLE
          .matcher(MAPPER.writeValueAsString(value))
          .replaceAll(JekyllSource::escaped);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what layouts are given are plain values", e);
    }
  }

  private static String escaped(java.util.regex.MatchResult found) {
    String code = String.format(Locale.ROOT, "\\u%04x", (int) found.group().charAt(0));
    return Matcher.quoteReplacement(code);
  }
}
