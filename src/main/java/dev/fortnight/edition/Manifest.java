package dev.fortnight.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fortnight.note.NoteKind;
import dev.fortnight.note.Sha256;
import dev.fortnight.site.SiteTree;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code edition/manifest.json}: what a tree publishes and under which hashes, so that anybody can
 * tell whether a byte of it was changed since.
 */
public final class Manifest {

  public static final String FILE = "edition/manifest.json";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Manifest() {}

  /** What a manifest states of a file's bytes: SHA-256, lower-case hexadecimal. */
  public static String hash(byte[] bytes) {
    return Sha256.of(bytes);
  }

  /** Of each file but the manifest itself, SHA-256, by path. */
  public static NavigableMap<String, String> hashes(Map<String, byte[]> files) {
    NavigableMap<String, String> hashes = new TreeMap<>();
    files.forEach((path, bytes) -> hashes.put(path, hash(bytes)));
    hashes.remove(FILE);
    return hashes;
  }

  /**
   * The hash of a whole tree: SHA-256 over a line for each file, as {@code sha256sum} prints it,
   * sorted by path.
   */
  public static String tree(NavigableMap<String, String> hashes) {
    StringBuilder lines = new StringBuilder();
    hashes.forEach((path, hash) -> lines.append(hash).append("  ").append(path).append('\n'));
    return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The manifest of a working site. */
  static byte[] ofWorkingSite(SiteTree site) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("working", true);
    return finished(json, hashes(site.files()));
  }

  /**
   * The manifest of an edition. It names only what has a page: a note that is merely quoted does
   * not show its name.
   *
   * @param decisions by an item's key, its approval that the edition rests on
   * @param audit the link of the sign-off in the audit
   * @param leftOut keys of items that the site could not show at the last moment
   */
  static byte[] ofEdition(
      SignedEdition signed,
      EditionContents contents,
      Map<String, Decision> decisions,
      Optional<String> audit,
      Set<String> leftOut,
      SiteTree site) {
    ZoneId zone = contents.research().programme().cycle().zone();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("edition", signed.number());
    json.put("sprint", signed.sprint());
    json.put("date", signed.signedAt().atZone(zone).toLocalDate().toString());
    json.put("signed_by", signed.signedBy());
    json.put("now", signed.signedAt().toString());
    audit.ifPresent(link -> json.put("audit", link));
    counts(json, contents);
    Map<String, String> named = contents.published();
    var list = json.putArray("items");
    for (SignedEdition.SignedItem item : signed.items()) {
      if (!named.containsKey(item.key()) || leftOut.contains(item.key())) {
        continue;
      }
      ObjectNode entry =
          list.addObject()
              .put("item", item.key())
              .put("hash", item.hash())
              .put("approved_in", item.approvedIn());
      Decision decision = decisions.get(item.key());
      if (decision != null) {
        entry.put("approved_by", decision.by());
        entry.put("approved_on", decision.at().atZone(zone).toLocalDate().toString());
      }
    }
    return finished(json, hashes(site.files()));
  }

  private static void counts(ObjectNode json, EditionContents contents) {
    ObjectNode counts = json.putObject("counts");
    for (NoteKind kind : NoteKind.values()) {
      counts.put(kind.folder(), contents.research().notes(kind).size());
    }
    counts.put("topics", contents.research().topics().size());
  }

  private static byte[] finished(ObjectNode json, NavigableMap<String, String> hashes) {
    json.put("tree", tree(hashes));
    hashes.forEach(json.putObject("files")::put);
    try {
      String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
      return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values are always writable", e);
    }
  }
}
