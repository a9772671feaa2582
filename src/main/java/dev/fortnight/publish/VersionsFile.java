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
 * @param working what it says of the working site; empty where there is none
 * @param editions by number
 */
record VersionsFile(
    Optional<Integer> latest, Optional<Listed> working, NavigableMap<Integer, Listed> editions) {

  private static final int LARGEST = 999_999;
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /**
   * A tree in the list.
   *
   * @param date when an edition was signed off; empty for the working site
   * @param tree the hash that is stated of it; empty where none is
   * @param git git's id of its folder; empty where none is stated
   * @param isArchived whether only an archive of it is kept
   */
  record Listed(
      Optional<String> date, Optional<String> tree, Optional<String> git, boolean isArchived) {}

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
              Optional.of(edition.path("date").asText()),
              text(edition, "tree"),
              text(edition, "git"),
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
            json.path("working").asBoolean()
                ? Optional.of(
                    new Listed(
                        Optional.empty(),
                        text(json, "working_tree"),
                        text(json, "working_git"),
                        false))
                : Optional.empty(),
            editions));
  }

  private static Optional<String> text(JsonNode json, String name) {
    return Optional.of(json.path(name).asText()).filter(text -> !text.isEmpty());
  }
}
