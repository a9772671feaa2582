package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.note.NoteKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page that says what a tree holds and what changed in it. */
final class EditionPage {

  static final String ADDRESS = "edition/";

  private final CheckedResearch research;
  private final Tree tree;
  private final Frame frame;
  private final Words words;

  EditionPage(CheckedResearch research, Tree tree, Frame frame, Words words) {
    this.research = research;
    this.tree = tree;
    this.frame = frame;
    this.words = words;
  }

  Page page() {
    return new Page(ADDRESS, "edition", () -> "", this::data);
  }

  private Map<String, Object> data() {
    String title =
        tree instanceof Tree.Edition edition
            ? "What changed in edition " + edition.number()
            : "What is here";
    Map<String, Object> page = frame.page(ADDRESS, "edition", title);
    page.put("counts", counts());
    if (tree instanceof Tree.Edition edition) {
      page.put("edition", edition(edition));
      page.put("changes", headlines(edition));
      page.put("added", changes(edition.added()));
      page.put("changed", changes(edition.changed()));
      page.put("removed", changes(edition.removed()));
      page.put("carried", changes(edition.carried()));
    }
    return page;
  }

  private List<Map<String, Object>> headlines(Tree.Edition edition) {
    List<Map<String, Object>> headlines = new ArrayList<>();
    for (Tree.Headline headline : edition.headlines()) {
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("text", headline.text());
      address(headline.item()).ifPresent(url -> shown.put("url", url));
      headlines.add(shown);
    }
    return headlines;
  }

  private Map<String, Object> edition(Tree.Edition edition) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("number", edition.number());
    facts.put("date_text", words.day(edition.date()));
    facts.put("signed_by", edition.signedBy());
    facts.put("sprint_number", edition.sprint());
    facts.put("sprint_first_text", words.day(edition.sprintFirst()));
    facts.put("sprint_last_text", words.day(edition.sprintLast()));
    edition
        .previous()
        .map(number -> research.programme().site().url().resolve("editions/" + number + "/"))
        .ifPresent(address -> facts.put("previous_url", address.toString()));
    return facts;
  }

  private List<Map<String, Object>> counts() {
    List<Map<String, Object>> counts = new ArrayList<>();
    for (NoteKind kind : NoteKind.values()) {
      int count = research.notes(kind).size();
      if (count > 0) {
        counts.add(Map.of("label", Words.section(kind), "count", count));
      }
    }
    if (!research.topics().isEmpty()) {
      counts.add(Map.of("label", "Topics", "count", research.topics().size()));
    }
    return counts;
  }

  private List<Map<String, Object>> changes(List<Tree.Change> changes) {
    return changes.stream().map(this::change).toList();
  }

  private Map<String, Object> change(Tree.Change change) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("title", change.title());
    String folder = change.item().substring(0, Math.max(0, change.item().indexOf('/')));
    shown.put("kind_text", NoteKind.ofFolder(folder).map(Words::kind).orElse("Topic"));
    address(change.item()).ifPresent(url -> shown.put("url", url));
    return shown;
  }

  private Optional<String> address(String item) {
    return research
        .note(item)
        .map(CheckedNote::address)
        .or(
            () ->
                research.topics().stream()
                    .map(CheckedTopic::address)
                    .filter(address -> address.equals(item + "/"))
                    .findFirst());
  }
}
