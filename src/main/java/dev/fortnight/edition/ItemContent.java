package dev.fortnight.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an item consists of; the same content is always the same bytes. */
public sealed interface ItemContent {

  /** See {@link Item#key}. */
  String key();

  String title();

  /** As kept in the store: JSON in UTF-8. */
  byte[] bytes();

  /**
   * A note with its media.
   *
   * @param source the whole file
   * @param media hashes of the files that it shows, by path
   * @param configured what the configuration gave it, so that its address and its values stay as
   *     they were approved
   */
  record OfNote(
      String path,
      String title,
      String source,
      SortedMap<String, String> media,
      SortedMap<String, Object> configured)
      implements ItemContent {

    @Override
    public String key() {
      return path;
    }

    @Override
    public byte[] bytes() {
      ObjectNode json = Json.object("note");
      json.put("path", path).put("title", title).put("source", source);
      media.forEach(json.putObject("media")::put);
      if (!configured.isEmpty()) {
        json.set("configured", Json.values(configured));
      }
      return Json.bytes(json);
    }
  }

  /** A topic without what changes unseen, such as the time of its last comment. */
  record OfTopic(Topic topic) implements ItemContent {

    @Override
    public String key() {
      return "topics/" + topic.slug();
    }

    @Override
    public String title() {
      return topic.title();
    }

    @Override
    public byte[] bytes() {
      return Json.bytes(
          Json.object("topic").put("topic", TopicJson.write(topic.withoutLastChange())));
    }
  }

  /**
   * A table with its description.
   *
   * @param csv the whole file
   * @param described its description, the whole file
   */
  record OfData(String path, String title, String csv, String described) implements ItemContent {

    @Override
    public String key() {
      return path;
    }

    @Override
    public byte[] bytes() {
      ObjectNode json = Json.object("data");
      json.put("path", path).put("title", title).put("csv", csv).put("described", described);
      return Json.bytes(json);
    }
  }

  /** The public part of {@code programme.yml}: what pages say of the programme. */
  record OfProgramme(SortedMap<String, String> values) implements ItemContent {

    static final String KEY = "programme";

    @Override
    public String key() {
      return KEY;
    }

    @Override
    public String title() {
      return "Title, dates, colours and addresses of the site";
    }

    @Override
    public byte[] bytes() {
      ObjectNode json = Json.object(KEY);
      values.forEach(json.putObject("values")::put);
      return Json.bytes(json);
    }
  }

  /**
   * The theme.
   *
   * @param files hashes by path
   */
  record OfTheme(SortedMap<String, String> files) implements ItemContent {

    static final String KEY = "theme";

    @Override
    public String key() {
      return KEY;
    }

    @Override
    public String title() {
      return "The look of the site";
    }

    @Override
    public byte[] bytes() {
      ObjectNode json = Json.object(KEY);
      files.forEach(json.putObject("files")::put);
      return Json.bytes(json);
    }
  }

  /** Reads what {@link #bytes} wrote. */
  static ItemContent read(byte[] bytes) {
    JsonNode json = Json.read(bytes);
    return switch (json.path("is").asText()) {
      case "note" ->
          new OfNote(
              json.path("path").asText(),
              json.path("title").asText(),
              json.path("source").asText(),
              Json.texts(json.path("media")),
              Json.values(json.path("configured")));
      case "topic" -> new OfTopic(TopicJson.read(json.path("topic").asText()));
      case "data" ->
          new OfData(
              json.path("path").asText(),
              json.path("title").asText(),
              json.path("csv").asText(),
              json.path("described").asText());
      case OfProgramme.KEY -> new OfProgramme(Json.texts(json.path("values")));
      case OfTheme.KEY -> new OfTheme(Json.texts(json.path("files")));
      default -> throw new IllegalStateException("the store holds a content of no known kind");
    };
  }

  /** JSON with its fields in a fixed order. */
  final class Json {

    private static final ObjectMapper MAPPER =
        new ObjectMapper()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .configure(DeserializationFeature.USE_LONG_FOR_INTS, true);

    private Json() {}

    private static ObjectNode object(String kind) {
      return MAPPER.createObjectNode().put("is", kind);
    }

    private static byte[] bytes(ObjectNode json) {
      try {
        return MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("plain values are always writable", e);
      }
    }

    private static JsonNode read(byte[] bytes) {
      try {
        return MAPPER.readTree(bytes);
      } catch (IOException e) {
        throw new IllegalStateException("the store holds a content that is not JSON", e);
      }
    }

    /** Values as {@link dev.fortnight.programme.StrictYaml} reads them. */
    private static JsonNode values(SortedMap<String, Object> values) {
      return MAPPER.valueToTree(values);
    }

    private static SortedMap<String, Object> values(JsonNode object) {
      return object.isMissingNode()
          ? new TreeMap<>()
          : MAPPER.convertValue(object, new TypeReference<TreeMap<String, Object>>() {});
    }

    private static SortedMap<String, String> texts(JsonNode object) {
      Map<String, String> values = new TreeMap<>();
      object
          .fields()
          .forEachRemaining(entry -> values.put(entry.getKey(), entry.getValue().asText()));
      return new TreeMap<>(values);
    }
  }
}
