package dev.fortnight;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The part of schema.org's vocabulary that pages use. Source: https://schema.org/docs/full.html,
 * and what search engines ask for of data sets and trails,
 * https://developers.google.com/search/docs.
 */
final class SchemaOrg {

  private static final Map<String, String> ABOVE =
      Map.ofEntries(
          Map.entry("CreativeWork", "Thing"),
          Map.entry("Article", "CreativeWork"),
          Map.entry("Report", "Article"),
          Map.entry("Dataset", "CreativeWork"),
          Map.entry("WebSite", "CreativeWork"),
          Map.entry("MediaObject", "CreativeWork"),
          Map.entry("DataDownload", "MediaObject"),
          Map.entry("Organization", "Thing"),
          Map.entry("Intangible", "Thing"),
          Map.entry("ItemList", "Intangible"),
          Map.entry("BreadcrumbList", "ItemList"),
          Map.entry("ListItem", "Intangible"));

  /** What each type adds to the one above it, with what a property's value may be. */
  private static final Map<String, Map<String, Predicate<JsonNode>>> PROPERTIES =
      Map.of(
          "Thing",
          Map.of(
              "@type", JsonNode::isTextual,
              "@id", SchemaOrg::isAddress,
              "name", SchemaOrg::isText,
              "description", SchemaOrg::isText,
              "url", SchemaOrg::isAddress),
          "CreativeWork",
          Map.of(
              "author",
              value -> is(value, "Organization"),
              "datePublished",
              SchemaOrg::isDay,
              "inLanguage",
              SchemaOrg::isText,
              "license",
              SchemaOrg::isAddress,
              "version",
              value -> value.isNumber() || isText(value),
              "isPartOf",
              value -> is(value, "CreativeWork")),
          "Dataset",
          Map.of("distribution", value -> is(value, "DataDownload")),
          "MediaObject",
          Map.of("encodingFormat", SchemaOrg::isText, "contentUrl", SchemaOrg::isAddress),
          "ItemList",
          Map.of("itemListElement", SchemaOrg::areItems),
          "ListItem",
          Map.of("position", JsonNode::isInt, "item", SchemaOrg::isAddress));

  private static final Map<String, Set<String>> NEEDED =
      Map.of(
          "Report", Set.of("name", "url", "author"),
          "Dataset", Set.of("name", "url", "author", "description", "distribution"),
          "BreadcrumbList", Set.of("itemListElement"),
          "ListItem", Set.of("position", "name", "item"),
          "DataDownload", Set.of("contentUrl", "encodingFormat"));

  private SchemaOrg() {}

  /** What is wrong with a thing and the things in it. */
  static List<String> faults(JsonNode thing) {
    String type = thing.path("@type").asText();
    List<String> faults = new ArrayList<>();
    if (!ABOVE.containsKey(type)) {
      faults.add("there is no type '" + type + "'");
      return faults;
    }
    for (String needed : NEEDED.getOrDefault(type, Set.of())) {
      if (!thing.has(needed)) {
        faults.add(type + " needs " + needed);
      }
    }
    thing
        .fields()
        .forEachRemaining(
            field -> {
              Optional<Predicate<JsonNode>> rule = rule(type, field.getKey());
              if (rule.isEmpty()) {
                faults.add(type + " has no property " + field.getKey());
              } else if (!rule.get().test(field.getValue())) {
                faults.add(type + "." + field.getKey() + " cannot be " + field.getValue());
              }
              for (JsonNode inner :
                  field.getValue().isArray() ? field.getValue() : List.of(field.getValue())) {
                if (inner.isObject()) {
                  faults.addAll(faults(inner));
                }
              }
            });
    return faults;
  }

  private static Optional<Predicate<JsonNode>> rule(String type, String property) {
    for (String at = type; at != null; at = ABOVE.get(at)) {
      Predicate<JsonNode> rule = PROPERTIES.getOrDefault(at, Map.of()).get(property);
      if (rule != null) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private static boolean is(JsonNode value, String type) {
    for (String at = value.path("@type").asText(); at != null; at = ABOVE.get(at)) {
      if (at.equals(type)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual() && !value.asText().isBlank();
  }

  private static boolean isAddress(JsonNode value) {
    return value.isTextual() && value.asText().matches("https?://[!-~]+");
  }

  private static boolean isDay(JsonNode value) {
    try {
      LocalDate.parse(value.asText());
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Numbered from 1, each once. */
  private static boolean areItems(JsonNode value) {
    for (int i = 0; i < value.size(); i++) {
      if (!is(value.get(i), "ListItem") || value.get(i).path("position").asInt() != i + 1) {
        return false;
      }
    }
    return value.isArray() && value.size() > 1;
  }
}
