package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.note.NoteKind;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first page of a tree. */
final class HomePage {

  private static final int MOST_HEADLINES = 3;

  private final CheckedResearch research;
  private final Tree tree;
  private final Frame frame;
  private final Cards cards;
  private final SectionPages sections;
  private final OpenCallPage openCall;
  private final Words words;

  HomePage(
      CheckedResearch research,
      Tree tree,
      Frame frame,
      Cards cards,
      SectionPages sections,
      OpenCallPage openCall,
      Words words) {
    this.research = research;
    this.tree = tree;
    this.frame = frame;
    this.cards = cards;
    this.sections = sections;
    this.openCall = openCall;
    this.words = words;
  }

  Page page() {
    return new Page("", "home", () -> "", this::data);
  }

  private Map<String, Object> data() {
    Map<String, Object> page = frame.page("", "home", research.programme().title());
    page.put("description", research.programme().summary());
    page.put("summary", research.programme().summary());
    for (NoteKind kind : List.of(NoteKind.FINDING, NoteKind.ASSUMPTION, NoteKind.WEEKNOTE)) {
      page.put(kind.folder(), sections.newestFirst(kind).stream().map(cards::card).toList());
    }
    page.put("findings", holding());
    if (tree instanceof Tree.Edition edition) {
      page.put("edition", edition(edition));
      page.put("changes", headlines(edition));
    }
    sprint(page);
    research
        .note("pages/take-part.md")
        .map(CheckedNote::address)
        .ifPresent(address -> page.put("take_part_url", address));
    return page;
  }

  /** Not the findings that others stand in the place of. */
  private List<Map<String, Object>> holding() {
    return sections.newestFirst(NoteKind.FINDING).stream()
        .map(cards::card)
        .filter(card -> !card.containsKey("superseded_by"))
        .toList();
  }

  private Map<String, Object> edition(Tree.Edition edition) {
    return Map.of(
        "number", edition.number(),
        "date_text", words.day(edition.date()),
        "url", "edition/",
        "signed_by", edition.signedBy());
  }

  private List<Map<String, Object>> headlines(Tree.Edition edition) {
    List<Map<String, Object>> headlines = new ArrayList<>();
    for (Tree.Headline headline : edition.difference().headlines()) {
      Optional<CheckedNote> note = research.note(headline.item());
      if (note.isPresent() && headlines.size() < MOST_HEADLINES) {
        headlines.add(Map.of("text", headline.text(), "url", note.get().address()));
      }
    }
    return headlines;
  }

  private void sprint(Map<String, Object> page) {
    SprintCalendar calendar = new SprintCalendar(research.programme().cycle());
    Sprint sprint =
        tree instanceof Tree.Edition edition
            ? calendar.sprint(edition.sprint())
            : calendar.at(research.now());
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("number", sprint.number());
    shown.put("first_text", words.day(sprint.first()));
    shown.put("last_text", words.day(sprint.last()));
    page.put("sprint", shown);
    openCall.next().ifPresent(call -> page.put("next_call", call));
  }
}
