package dev.fortnight.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files of open data with a description for programs, which people read as a page. */
enum DataSchema {
  FINDINGS,
  ASSUMPTIONS,
  TOPICS;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What the file holds, and what its list is called, such as {@code findings}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where a tree has the data. */
  String file() {
    return word() + ".json";
  }

  /** Where a tree has the description. */
  String address() {
    return "schemas/" + word() + ".json";
  }

  /** In JSON Schema 2020-12. */
  byte[] bytes() {
    try (InputStream stream = DataSchema.class.getResourceAsStream("schemas/" + word() + ".json")) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A field of an entry.
   *
   * @param name with those that it stands in, such as {@code weight.people}
   * @param type as JSON Schema names it; that of each one in a list
   * @param meaning in English
   */
  record Field(String name, String type, boolean isList, String meaning) {}

  /** Each field of an entry; those inside others after them. */
  List<Field> fields() {
    try {
      JsonNode schema = MAPPER.readTree(bytes());
      List<Field> fields = new ArrayList<>();
      fields(schema.at("/$defs/entry"), "", schema, fields);
      return fields;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fields(JsonNode object, String prefix, JsonNode schema, List<Field> fields) {
    object
        .get("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode described = property.getValue();
              boolean isList = described.path("type").asText().equals("array");
              JsonNode value = resolved(isList ? described.get("items") : described, schema);
              String name = prefix + property.getKey();
              String meaning = described.get("description").asText();
              fields.add(new Field(name, value.get("type").asText(), isList, meaning));
              if (value.has("properties")) {
                fields(value, name + ".", schema, fields);
              }
            });
  }

  private static JsonNode resolved(JsonNode node, JsonNode schema) {
    return node.has("$ref") ? schema.at(node.get("$ref").asText().substring(1)) : node;
  }
}
