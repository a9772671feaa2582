package dev.fortnight.site.cite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a page says of itself in the words of schema.org, as JSON-LD inside its HTML. */
public final class LinkedData {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private LinkedData() {}

  /** A page above another one, as a trail names it. */
  public record Step(String name, String address) {}

  /**
   * A thing.
   *
   * @param facts its properties besides its name, address and author; empty values are left out
   */
  public static Map<String, Object> thing(String type, Citation citation, Map<String, ?> facts) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@type", type);
    thing.put("@id", citation.address());
    thing.put("url", citation.address());
    thing.put("name", citation.title());
    thing.put("author", typed("Organization", Map.of("name", citation.author())));
    if (!citation.summary().isBlank()) {
      thing.put("description", citation.summary());
    }
    citation.date().ifPresent(date -> thing.put("datePublished", date.toString()));
    thing.putAll(facts);
    return thing;
  }

  /** In the order of its names, so that it has the same bytes each time. */
  public static Map<String, Object> typed(String type, Map<String, ?> facts) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@type", type);
    thing.putAll(new TreeMap<>(facts));
    return thing;
  }

  public static Map<String, Object> trail(List<Step> steps) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Step step : steps) {
      items.add(
          typed(
              "ListItem",
              Map.of("position", items.size() + 1, "name", step.name(), "item", step.address())));
    }
    return typed("BreadcrumbList", Map.of("itemListElement", items));
  }

  /** In one line that may stand in a script element: no character of it has a meaning in HTML. */
  public static String text(List<Map<String, Object>> things) {
    Map<String, Object> graph = new LinkedHashMap<>();
    graph.put("@context", "https://schema.org");
    graph.put("@graph", things);
    try {
      return MAPPER
          .writeValueAsString(graph)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values are always writable", e);
    }
  }
}
