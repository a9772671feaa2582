package dev.fortnight.site.feed;

import dev.fortnight.site.data.JsonFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A feed in JSON Feed 1.1. Source: https://www.jsonfeed.org/version/1.1/. */
public final class JsonFeed {

  private JsonFeed() {}

  /**
   * @param self the absolute address of the file
   */
  public static byte[] bytes(Feed feed, String self) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", "https://jsonfeed.org/version/1.1");
    json.put("title", feed.title());
    json.put("home_page_url", feed.home());
    json.put("feed_url", self);
    json.put("language", feed.language());
    json.put("authors", List.of(Map.of("name", feed.author())));
    json.put("items", feed.entries().stream().map(JsonFeed::item).toList());
    return JsonFile.bytes(json);
  }

  private static Map<String, Object> item(Feed.Entry entry) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", entry.id());
    item.put("url", entry.address());
    item.put("title", entry.title());
    item.put("content_html", entry.html());
    item.put("date_published", entry.published().toString());
    item.put("date_modified", entry.updated().toString());
    item.put("tags", List.of(entry.kind()));
    return item;
  }
}
