package dev.fortnight.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.fortnight.note.Sha256;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that a page is made of, as hashes. Two pages of the same inputs have the same bytes.
 *
 * @param whole of all of them
 * @param parts shortened ones that tell what changed: of the layout and all that it includes, of
 *     the site, of the page's own text, and of each thing that the layout is told of the page. A
 *     line for each, its name and its hash; as a map they would take several times the memory
 */
public record PageInputs(String whole, String parts) {

  static final String LAYOUT = "layout";
  static final String TEXT = "text";
  static final String PAGE = "page.";
  static final String SITE = "site";

  private static final int SHORT = 8;

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /**
   * @param layout the hash of the files that the layout is made of
   * @param site the hash of what all layouts are told of the site, see {@link #hash}
   */
  static PageInputs of(String layout, String site, Map<String, Object> page, String text) {
    NavigableMap<String, String> parts = new TreeMap<>();
    parts.put(LAYOUT, layout);
    parts.put(SITE, site);
    parts.put(TEXT, hash(text));
    page.forEach((name, value) -> parts.put(PAGE + name, hash(value)));
    String whole = hash(parts.toString());
    StringBuilder lines = new StringBuilder();
    parts.forEach(
        (name, hash) -> lines.append(name).append(' ').append(hash, 0, SHORT).append('\n'));
    return new PageInputs(whole, lines.toString());
  }

  /** The names of what differs, {@code page.title} for example. */
  SortedSet<String> changedSince(PageInputs earlier) {
    Map<String, String> before = earlier.hashes();
    Map<String, String> now = hashes();
    SortedSet<String> names = new TreeSet<>(now.keySet());
    names.addAll(before.keySet());
    names.removeIf(name -> now.getOrDefault(name, "").equals(before.get(name)));
    return names;
  }

  private Map<String, String> hashes() {
    Map<String, String> hashes = new TreeMap<>();
    for (String line : parts.lines().toList()) {
      int space = Math.max(0, line.lastIndexOf(' '));
      hashes.put(line.substring(0, space), line.substring(space));
    }
    return hashes;
  }

  /** The hash of plain values, whatever the order of their keys. */
  static String hash(Object value) {
    try {
      return Sha256.of(MAPPER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what layouts are given are plain values", e);
    }
  }
}
