package dev.fortnight.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code versions.json}: what there is to read on the site. It changes with each publication, so
 * whoever polls it learns when a publication has arrived.
 *
 * @param waiting the paths of the page that stands at the root before the first edition
 */
record Versions(
    Optional<Version> working, NavigableMap<Integer, Version> editions, List<String> waiting) {

  static final String FILE = "versions.json";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * The working site or an edition.
   *
   * @param date when an edition was signed off; empty for the working site
   * @param tree the manifest's hash of the tree; where it has none, git's id of the folder
   * @param git git's id of the folder, by which these facts are known to be about it
   * @param bytes the size of its files
   * @param archived whether it is kept as an archive only
   */
  record Version(String date, String tree, String git, long bytes, boolean archived) {}

  /** Empty where the file is none of ours. */
  static Optional<Versions> read(byte[] bytes) {
    JsonNode json;
    try {
      json = MAPPER.readTree(bytes);
    } catch (IOException e) {
      return Optional.empty();
    }
    if (json == null || !json.path("editions").isArray() || !json.path("working").isBoolean()) {
      return Optional.empty();
    }
    NavigableMap<Integer, Version> editions = new TreeMap<>();
    json.path("editions")
        .forEach(edition -> editions.put(edition.path("number").asInt(), version(edition, "")));
    List<String> waiting = new ArrayList<>();
    json.path("waiting").forEach(path -> waiting.add(path.asText()));
    Optional<Version> working =
        json.path("working").asBoolean()
            ? Optional.of(version(json, "working_"))
            : Optional.empty();
    return Optional.of(new Versions(working, editions, waiting));
  }

  private static Version version(JsonNode json, String prefix) {
    return new Version(
        json.path("date").asText(),
        json.path(prefix + "tree").asText(),
        json.path(prefix + "git").asText(),
        json.path(prefix + "bytes").asLong(),
        json.path("archived").asBoolean());
  }

  byte[] write() {
    ObjectNode json = MAPPER.createObjectNode();
    if (!editions.isEmpty()) {
      json.put("latest", editions.lastKey());
    }
    json.put("working", working.isPresent());
    working.ifPresent(version -> describe(json, version, "working_"));
    var list = json.putArray("editions");
    editions
        .descendingMap()
        .forEach(
            (number, version) -> {
              ObjectNode edition =
                  list.addObject()
                      .put("number", number)
                      .put("date", version.date())
                      .put("path", "editions/" + number + "/")
                      .put("title", "Edition " + number);
              describe(edition, version, "");
              if (version.archived()) {
                edition.put("archived", true);
              }
            });
    if (!waiting.isEmpty()) {
      waiting.forEach(json.putArray("waiting")::add);
    }
    try {
      String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
      return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values are always writable", e);
    }
  }

  private static void describe(ObjectNode json, Version version, String prefix) {
    json.put(prefix + "tree", version.tree());
    json.put(prefix + "git", version.git());
    json.put(prefix + "bytes", version.bytes());
  }
}
