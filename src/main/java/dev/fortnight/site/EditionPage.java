package dev.fortnight.site;

import dev.fortnight.check.CheckedData;
import dev.fortnight.check.CheckedEvidence;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.note.NoteKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The page that says what a tree holds and what changed in it. */
final class EditionPage {

  static final String ADDRESS = "edition/";

  private final CheckedResearch research;
  private final Tree tree;
  private final Frame frame;
  private final Cards cards;
  private final Words words;
  private final Messages messages;

  EditionPage(
      CheckedResearch research,
      Tree tree,
      Frame frame,
      Cards cards,
      Words words,
      Messages messages) {
    this.research = research;
    this.tree = tree;
    this.frame = frame;
    this.cards = cards;
    this.words = words;
    this.messages = messages;
  }

  Page page() {
    return new Page(ADDRESS, "edition", () -> "", this::data);
  }

  private Map<String, Object> data() {
    String title =
        tree instanceof Tree.Edition edition
            ? messages.say("edition.changed_in", edition.number())
            : messages.say("edition.here");
    Map<String, Object> page = frame.page(ADDRESS, "edition", title);
    page.put("counts", counts());
    page.put("timeline_url", TimelinePage.ADDRESS);
    page.put("formats_url", FormatsPage.ADDRESS);
    if (tree instanceof Tree.Edition edition) {
      page.put("edition", edition(edition));
      page.put("cited_edition", edition.number());
      page.put("cited_title", research.programme().title());
      page.put("cited_date", edition.date().toString());
      page.put(
          "cited_url", research.programme().site().url() + "editions/" + edition.number() + "/");
      page.put("citation_url", Signposts.CITATION);
      page.put("bibtex_url", Signposts.BIBTEX);
      difference(edition.difference(), page);
    }
    if (tree instanceof Tree.Working working && working.difference().isPresent()) {
      Tree.Difference difference = working.difference().get();
      difference
          .since()
          .ifPresent(number -> page.put("since_text", messages.say("edition.unreviewed", number)));
      difference(difference, page);
    }
    return page;
  }

  private void difference(Tree.Difference difference, Map<String, Object> page) {
    page.put("changes", difference.headlines().stream().map(this::headline).toList());
    page.put("changes_url", ChangesFile.ADDRESS);
    page.put("added", changes(difference.added()));
    page.put("changed", difference.changed().stream().map(this::changed).toList());
    page.put("removed", changes(difference.removed()));
    page.put("carried", changes(difference.carried()));
  }

  private Map<String, Object> headline(Tree.Headline headline) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("text", headline.text());
    address(headline.item()).ifPresent(url -> shown.put("url", url));
    List<Map<String, Object>> evidence = new ArrayList<>();
    headline.evidence().stream()
        .map(research.evidence()::get)
        .filter(Objects::nonNull)
        .forEach(
            one -> evidence.add(cards.evidence(one, stance(one, headline), frame.root(ADDRESS))));
    shown.put("evidence", evidence);
    shown.put("evidence_text", messages.count("edition.moved", evidence.size()));
    return shown;
  }

  private ResearchGraph.Stance stance(CheckedEvidence evidence, Tree.Headline headline) {
    return research
        .note(headline.item())
        .filter(note -> evidence.content().contradicts().contains(note.content().slug()))
        .map(note -> ResearchGraph.Stance.CONTRADICTS)
        .orElse(ResearchGraph.Stance.SUPPORTS);
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
        .difference()
        .since()
        .map(number -> research.programme().site().url().resolve("editions/" + number + "/"))
        .ifPresent(address -> facts.put("previous_url", address.toString()));
    return facts;
  }

  private List<Map<String, Object>> counts() {
    List<Map<String, Object>> counts = new ArrayList<>();
    for (NoteKind kind : NoteKind.values()) {
      int count = research.notes(kind).size();
      if (count > 0) {
        counts.add(Map.of("label", words.section(kind), "count", count));
      }
    }
    if (!research.topics().isEmpty()) {
      counts.add(
          Map.of("label", messages.say("sections.topics"), "count", research.topics().size()));
    }
    return counts;
  }

  private List<Map<String, Object>> changes(List<Tree.Change> changes) {
    return changes.stream().map(this::change).toList();
  }

  private Map<String, Object> changed(Tree.Change change) {
    Map<String, Object> shown = change(change);
    if (change.passages().isEmpty()) {
      shown.put("same_text", messages.say("edition.same_words"));
    }
    return shown;
  }

  private Map<String, Object> change(Tree.Change change) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("title", change.title());
    String folder = change.item().substring(0, Math.max(0, change.item().indexOf('/')));
    shown.put("kind_text", kind(folder));
    address(change.item()).ifPresent(url -> shown.put("url", url));
    shown.put("passages", change.passages().stream().map(EditionPage::runs).toList());
    if (change.more() > 0) {
      shown.put("more_text", messages.count("edition.more", change.more()));
    }
    return shown;
  }

  private String kind(String folder) {
    return NoteKind.ofFolder(folder)
        .map(words::kind)
        .orElseGet(() -> messages.say(folder.equals("data") ? "kinds.data" : "kinds.topic"));
  }

  private static List<Map<String, Object>> runs(Tree.Passage passage) {
    return passage.runs().stream()
        .map(
            run ->
                Map.<String, Object>of(
                    "kind", run.kind().name().toLowerCase(Locale.ROOT), "text", run.text()))
        .toList();
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
                    .findFirst())
        .or(
            () ->
                research.data().stream()
                    .filter(data -> data.content().path().equals(item))
                    .map(CheckedData::address)
                    .findFirst());
  }
}
