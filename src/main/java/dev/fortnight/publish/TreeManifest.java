package dev.fortnight.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a tree's manifest says, which may come from anybody.
 *
 * @param edition empty in that of a working site
 * @param tree the hash that it states of the whole tree
 * @param audit the link of the sign-off in the audit
 * @param files SHA-256 of each file but the manifest itself, by path
 */
record TreeManifest(
    Optional<Integer> edition,
    String date,
    String tree,
    Optional<String> audit,
    NavigableMap<String, String> files) {

  private static final int MOST = 200_000;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final JsonFactory FACTORY =
      new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /** Empty where the bytes are no manifest, or one that names what no tree can hold. */
  static Optional<TreeManifest> read(byte[] bytes) {
    try (JsonParser json = FACTORY.createParser(bytes)) {
      return json.nextToken() == JsonToken.START_OBJECT ? read(json) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<TreeManifest> read(JsonParser json) throws IOException {
    Optional<Integer> edition = Optional.empty();
    String date = "";
    String tree = "";
    Optional<String> audit = Optional.empty();
    Optional<NavigableMap<String, String>> files = Optional.empty();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "edition" -> edition = Optional.of(json.getValueAsInt());
        case "date" -> date = json.getValueAsString("");
        case "tree" -> tree = json.getValueAsString("");
        case "audit" -> audit = Optional.ofNullable(json.getValueAsString());
        case "files" -> files = files(json);
        default -> json.skipChildren();
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT || !HASH.matcher(tree).matches()) {
      return Optional.empty();
    }
    TreeManifest read = new TreeManifest(edition, date, tree, audit, new TreeMap<>());
    return files.map(all -> read.with(all));
  }

  private TreeManifest with(NavigableMap<String, String> all) {
    return new TreeManifest(edition, date, tree, audit, all);
  }

  private static Optional<NavigableMap<String, String>> files(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return Optional.empty();
    }
    NavigableMap<String, String> files = new TreeMap<>();
    boolean isSound = true;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String path = json.currentName();
      json.nextToken();
      String hash = json.getValueAsString("");
      json.skipChildren();
      isSound &= PlainPath.is(path) && HASH.matcher(hash).matches() && files.size() < MOST;
      if (isSound) {
        files.put(path, hash);
      }
    }
    return isSound ? Optional.of(files) : Optional.empty();
  }
}
