package dev.fortnight.site;

import dev.fortnight.note.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

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

  /**
   * @param layout the hash of the files that the layout is made of
   * @param site the hash of what all layouts are told of the site
   */
  static PageInputs of(String layout, String site, Map<String, Object> page, String text) {
    NavigableMap<String, byte[]> parts = new TreeMap<>();
    parts.put(LAYOUT, layout.getBytes(StandardCharsets.UTF_8));
    parts.put(SITE, site.getBytes(StandardCharsets.UTF_8));
    parts.put(TEXT, text.getBytes(StandardCharsets.UTF_8));
    page.forEach((name, value) -> parts.put(PAGE + name, PlainValues.bytes(value)));
    MessageDigest whole = Sha256.started();
    StringBuilder lines = new StringBuilder();
    parts.forEach(
        (name, bytes) -> {
          // with its length, so that no two lists of parts make the same bytes
          whole.update((name + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
          whole.update(bytes);
          lines.append(name).append(' ').append(shortHash(bytes)).append('\n');
        });
    return new PageInputs(Sha256.text(whole.digest()), lines.toString());
  }

  /** Only explains: whether anything changed at all is told by the whole. */
  private static String shortHash(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return HexFormat.of().toHexDigits((int) sum.getValue());
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
}
