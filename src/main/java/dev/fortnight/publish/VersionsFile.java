package dev.fortnight.publish;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a {@code versions.json} says that may come from anybody.
 *
 * @param latest the number of the edition at the root; empty before the first
 * @param workingTree the hash that it states of the working site; empty where it states none
 * @param editions by number
 */
record VersionsFile(
    Optional<Integer> latest,
    boolean hasWorkingSite,
    Optional<String> workingTree,
    NavigableMap<Integer, Listed> editions) {

  private static final int LARGEST = 999_999;
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /**
   * An edition in the list.
   *
   * @param tree the hash that is stated of its tree; empty where none is
   * @param isArchived whether only an archive of it is kept
   */
  record Listed(String date, Optional<String> tree, boolean isArchived) {}

  /** Empty where the bytes are no such file. */
  static Optional<VersionsFile> read(byte[] bytes) {
    try {
      JsonNode json = MAPPER.readTree(bytes);
      return json != null && json.path("editions").isArray() && json.path("working").isBoolean()
          ? of(json)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<VersionsFile> of(JsonNode json) {
    NavigableMap<Integer, Listed> editions = new TreeMap<>();
    for (JsonNode edition : json.path("editions")) {
      int number = edition.path("number").asInt();
      Listed listed =
          new Listed(
              edition.path("date").asText(),
              text(edition, "tree"),
              edition.path("archived").asBoolean());
      if (number < 1 || number > LARGEST || editions.put(number, listed) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new VersionsFile(
            json.path("latest").isInt()
                ? Optional.of(json.path("latest").asInt())
                : Optional.empty(),
            json.path("working").asBoolean(),
            text(json, "working_tree"),
            editions));
  }

  private static Optional<String> text(JsonNode json, String name) {
    return Optional.of(json.path(name).asText()).filter(text -> !text.isEmpty());
  }
}
