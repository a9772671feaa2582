package dev.fortnight.site;

import java.util.Locale;
import java.util.Map;

/** The page that stands in for an edition kept as an archive only. */
final class ArchivePage {

  static final String LAYOUT = "archive";

  private static final double MEGABYTE = 1_000_000;

  private final ArchivedEdition archived;
  private final Frame frame;
  private final Words words;
  private final Messages messages;

  ArchivePage(ArchivedEdition archived, Frame frame, Words words, Messages messages) {
    this.archived = archived;
    this.frame = frame;
    this.words = words;
    this.messages = messages;
  }

  Map<String, Object> data() {
    Map<String, Object> page =
        frame.page("", LAYOUT, messages.say("archive.title", archived.number()));
    page.remove("working");
    page.put("canonical", page.get("canonical") + "editions/" + archived.number() + "/");
    page.put(
        "archive",
        Map.of(
            "number", archived.number(),
            "date_text", words.day(archived.date()),
            "signed_by", archived.signedBy(),
            "url", archived.file(),
            "newest_url", "../../",
            "size_text", size()));
    return page;
  }

  private String size() {
    double megabytes = Math.max(0.1, archived.size() / MEGABYTE);
    return String.format(Locale.ROOT, "%.1f MB", megabytes);
  }
}
