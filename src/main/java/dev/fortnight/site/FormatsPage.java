package dev.fortnight.site;

import java.util.LinkedHashMap;
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
    format.put("fields", schema.fields().stream().map(field -> field(schema, field)).toList());
    return format;
  }

  private Map<String, Object> field(DataSchema schema, DataSchema.Field field) {
    String type = messages.say("formats.types." + field.type());
    return Map.of(
        "name",
        field.name(),
        "type",
        field.isList() ? messages.say("formats.types.list", type) : type,
        "description",
        meaning(schema, field.name()));
  }

  /** A field is described with what it stands in, with its file or, if many have it, once. */
  String meaning(DataSchema schema, String name) {
    String own = name.contains(".") ? name : schema.word() + "." + name;
    return messages
        .find("formats.fields." + own)
        .orElseGet(() -> messages.say("formats.fields.record." + name));
  }
}
