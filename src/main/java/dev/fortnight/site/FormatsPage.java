package dev.fortnight.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page that says which files of data a tree has and what stands in them. */
final class FormatsPage {

  static final String ADDRESS = "edition/data/";
  static final String LAYOUT = "formats";

  private final Frame frame;
  private final Messages messages;

  FormatsPage(Frame frame, Messages messages) {
    this.frame = frame;
    this.messages = messages;
  }

  Page page() {
    return new Page(ADDRESS, LAYOUT, () -> "", this::data);
  }

  private Map<String, Object> data() {
    Map<String, Object> page = frame.page(ADDRESS, LAYOUT, messages.say("formats.title"));
    page.put("section", Map.of("title", messages.say("edition.title"), "url", EditionPage.ADDRESS));
    page.put("description", messages.say("formats.lede"));
    page.put("formats", Stream.of(DataSchema.values()).map(this::format).toList());
    return page;
  }

  private Map<String, Object> format(DataSchema schema) {
    Map<String, Object> format = new LinkedHashMap<>();
    format.put("id", schema.word());
    format.put("title", messages.say("formats." + schema.word()));
    format.put("file", schema.file());
    format.put("schema", schema.address());
    if (schema == DataSchema.FINDINGS) {
      format.put("table", OpenData.FINDINGS_TABLE);
    }
    List<Map<String, Object>> fields = schema.fields();
    format.put("fields", fields);
    return format;
  }
}
