package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.note.NoteKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The list page of each kind that has something, and the navigation that leads there. */
final class SectionPages {

  static final Comparator<CheckedNote> OLDEST_FIRST =
      Comparator.comparing((CheckedNote note) -> note.content().date().orElse(LocalDate.MIN))
          .thenComparing(CheckedNote::address);

  /** In the order of what a reader wants first. */
  private static final List<NoteKind> ORDER =
      List.of(
          NoteKind.FINDING,
          NoteKind.ASSUMPTION,
          NoteKind.RECOMMENDATION,
          NoteKind.INTERVIEW,
          NoteKind.WEEKNOTE);

  private final CheckedResearch research;
  private final Frame frame;
  private final Cards cards;
  private final Words words;
  private final Messages messages;
  private final TreeParts parts;
  private final Map<NoteKind, List<CheckedNote>> newestFirst = new ConcurrentHashMap<>();

  SectionPages(
      CheckedResearch research,
      Frame frame,
      Cards cards,
      Words words,
      Messages messages,
      TreeParts parts) {
    this.parts = parts;
    this.research = research;
    this.frame = frame;
    this.cards = cards;
    this.words = words;
    this.messages = messages;
  }

  List<Map<String, Object>> navigation() {
    List<Map<String, Object>> navigation = new ArrayList<>();
    for (NoteKind kind : ORDER) {
      if (!research.notes(kind).isEmpty()) {
        navigation.add(words.sectionLink(kind));
      }
    }
    if (!research.topics().isEmpty()) {
      navigation.add(words.topicsLink());
    }
    if (!research.data().isEmpty()) {
      navigation.add(Map.of("title", messages.say("data.title"), "url", DataPages.ADDRESS));
    }
    research.notes(NoteKind.PAGE).stream()
        .filter(page -> page.content().frontMatter().saysYes("nav"))
        .map(Cards::link)
        .forEach(navigation::add);
    return navigation;
  }

  List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    for (NoteKind kind : NoteKind.values()) {
      if (!research.notes(kind).isEmpty()) {
        pages.add(page(words.sectionLink(kind), kind.word()));
      }
    }
    if (!research.topics().isEmpty()) {
      pages.add(page(words.topicsLink(), "topic"));
    }
    return pages;
  }

  private Page page(Map<String, Object> link, String kind) {
    String address = String.valueOf(link.get("url"));
    return new Page(
        address,
        "section",
        new Shown.Lists(),
        () -> "",
        () -> {
          Map<String, Object> page =
              frame.page(address, "section", String.valueOf(link.get("title")));
          page.put("section_kind", kind);
          page.put("items", items(kind));
          if (kind.equals("assumption") && cards.hasMatrix()) {
            page.put("matrix_url", MatrixPage.ADDRESS);
          }
          page.put("description", messages.say("section." + kind));
          return page;
        });
  }

  private List<Map<String, Object>> items(String kind) {
    if (kind.equals("topic")) {
      return research.topics().stream().map(cards::card).toList();
    }
    return newestFirst(NoteKind.valueOf(kind.toUpperCase(java.util.Locale.ROOT))).stream()
        .map(cards::card)
        .toList();
  }

  /** Notes of a kind; those without a date by address, at the end. */
  List<CheckedNote> newestFirst(NoteKind kind) {
    return newestFirst.computeIfAbsent(
        kind,
        any ->
            parts.order(kind, () -> order(kind)).stream()
                .map(path -> research.note(path).orElseThrow())
                .toList());
  }

  private List<String> order(NoteKind kind) {
    Comparator<CheckedNote> order =
        Comparator.comparing(
                (CheckedNote note) -> note.content().date().orElse(LocalDate.MIN),
                Comparator.reverseOrder())
            .thenComparing(CheckedNote::address);
    return research.notes(kind).stream().sorted(order).map(note -> note.content().path()).toList();
  }
}
