package dev.fortnight.site;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.note.Progress;
import dev.fortnight.sprint.SprintCalendar;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page that stands alone where a tree would: before the first edition, or for an archived one.
 */
public final class LonePage {

  private final CheckedResearch research;
  private final Messages messages;
  private final Words words;
  private final Frame frame;

  private LonePage(CheckedResearch research, Theme theme) {
    this.research = research;
    this.messages = Messages.of(theme, research.programme().language());
    this.words = new Words(research.programme().language(), messages);
    this.frame = new Frame(research, new Tree.Working(false), messages);
  }

  /** Builds the page that stands at the root until the first edition, with what it needs. */
  public static void beforeTheFirstEdition(CheckedResearch research, Theme theme, SiteSink sink) {
    LonePage page = new LonePage(research, theme);
    page.write("waiting", page.waiting(), theme, sink);
    Assets.write(research, theme, sink);
  }

  /** Builds the page that stands in for an edition kept as an archive, with what it needs. */
  public static void ofArchive(
      CheckedResearch research, Theme theme, ArchivedEdition archived, SiteSink sink) {
    Theme able = theme.layout(ArchivePage.LAYOUT).isPresent() ? theme : Theme.bundled();
    LonePage page = new LonePage(research, theme);
    Map<String, Object> data =
        new ArchivePage(archived, page.frame, page.words, page.messages).data();
    page.write(ArchivePage.LAYOUT, data, able, sink);
    Assets.looks(research, able).forEach(sink::file);
    research
        .programme()
        .site()
        .logo()
        .map(research.files()::get)
        .ifPresent(logo -> sink.file(logo.address(), logo.content()));
  }

  private Map<String, Object> waiting() {
    LocalDate due =
        new SprintCalendar(research.programme().cycle()).at(research.now()).review().toLocalDate();
    Map<String, Object> page = frame.page("", "waiting", research.programme().title());
    page.remove("working");
    page.put("description", research.programme().summary());
    page.put("due_text", messages.say("waiting.due", words.day(due)));
    return page;
  }

  private void write(String layout, Map<String, Object> page, Theme theme, SiteSink sink) {
    Map<String, Object> data = Map.of("page", page, "site", frame.site(List.of()));
    String html = new Layouts(theme).render(layout, data, "");
    try (LastDoor door = new LastDoor(research, HeldFiles.inMemory(), path -> Optional.empty())) {
      door.file("index.html", html.getBytes(StandardCharsets.UTF_8));
      door.open(sink, Progress.SILENT);
    }
  }
}
