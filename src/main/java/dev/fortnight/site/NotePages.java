package dev.fortnight.site;

import dev.fortnight.check.CheckedEvidence;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Publication;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.check.ResearchGraph.Stance;
import dev.fortnight.check.Weight;
import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What layouts get of each note. */
final class NotePages {

  private static final Set<String> OWN_KEYS =
      Set.of("approved_url", "approved_in", "changed_in", "date_text", "due_text");

  private final CheckedResearch research;
  private final ResearchGraph graph;
  private final Tree tree;
  private final Frame frame;
  private final Cards cards;
  private final Words words;
  private final Messages messages;
  private final FindingFacts facts;
  private NavigableSet<CheckedNote> weeknotes;

  NotePages(
      CheckedResearch research,
      ResearchGraph graph,
      Tree tree,
      Frame frame,
      Cards cards,
      Words words,
      Messages messages) {
    this.research = research;
    this.graph = graph;
    this.tree = tree;
    this.frame = frame;
    this.cards = cards;
    this.words = words;
    this.messages = messages;
    this.facts = new FindingFacts(graph, frame, words, messages);
  }

  Map<String, Object> data(CheckedNote checked) {
    Note note = checked.content();
    FrontMatter frontMatter = note.frontMatter();
    Map<String, Object> page = frame.page(checked.address(), note.kind().word(), note.title());
    page.put("description", note.description());
    Cards.language(note).ifPresent(language -> page.put("own_lang", language));
    note.date()
        .ifPresent(
            date -> {
              page.put("date", date.toString());
              page.put("cited_date", date.toString());
              page.put("date_text", words.day(date));
            });
    if (frontMatter.saysYes("illustrative")) {
      page.put("illustrative", true);
    }
    if (tree instanceof Tree.Edition edition) {
      page.put("changed_in", edition.changedIn().get(note.path()));
    }
    page.put("section", words.sectionLink(note.kind()));
    new Recording(research)
        .of(checked, frame.root(checked.address()))
        .ifPresent(recording -> page.put("recording", recording));
    page.put("tags", frontMatter.words("tags"));
    page.put("tag_links", tagLinks(frontMatter.words("tags")));
    List<Map<String, Object>> topics = new ArrayList<>(Cards.topicLinks(graph.topics(checked)));
    topics.addAll(Cards.removedLinks(graph.removedTopics(checked), messages));
    page.put("topics", topics);
    switch (note.kind()) {
      case FINDING -> finding(checked, page);
      case ASSUMPTION -> assumption(checked, page);
      case INTERVIEW -> interview(checked, page);
      case WEEKNOTE -> weeknote(checked, page);
      case RECOMMENDATION ->
          page.put("findings", graph.findings(checked).stream().map(cards::card).toList());
      case PAGE -> figures(frontMatter, page);
    }
    return page;
  }

  private static List<Map<String, Object>> tagLinks(List<String> tags) {
    return tags.stream()
        .map(
            tag -> TagPages.address(tag).map(at -> Map.<String, Object>of("title", tag, "url", at)))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private void finding(CheckedNote finding, Map<String, Object> page) {
    String root = frame.root(finding.address());
    page.put("weight", cards.weight(graph.weight(finding)));
    page.putAll(facts.of(finding));
    Optional.ofNullable(page.get("confirmed_text")).ifPresent(day -> page.put("date_text", day));
    finding
        .content()
        .frontMatter()
        .text("confidence")
        .ifPresent(
            c -> {
              page.put("confidence", c);
              page.put("confidence_text", words.confidence(c));
            });
    page.put(
        "evidence",
        graph.evidence(finding).stream()
            .map(cited -> cards.evidence(cited.evidence(), cited.stance(), root))
            .toList());
    int withheld = graph.withheld(finding);
    page.put("withheld_count", withheld);
    page.put("withheld_text", words.withheld(withheld));
    page.put("assumptions", Cards.links(graph.assumptions(finding)));
    page.put("recommendations", Cards.links(graph.recommendationsOn(finding)));
    if (tree instanceof Tree.Edition edition) {
      page.put("approved_in", edition.approvedIn().get(finding.content().path()));
    }
  }

  private void assumption(CheckedNote assumption, Map<String, Object> page) {
    String root = frame.root(assumption.address());
    List<CheckedEvidence> supporting = graph.supporting(assumption);
    List<CheckedEvidence> contradicting = graph.contradicting(assumption);
    page.put("state", graph.state(assumption).word());
    page.put("state_text", words.state(graph.state(assumption)));
    page.put("evidence_for", evidence(supporting, Stance.SUPPORTS, root));
    page.put("evidence_against", evidence(contradicting, Stance.CONTRADICTS, root));
    page.put("evidence_mentions", List.of());
    page.put("feed_url", Feeds.file(assumption.address()));
    page.put("for_text", words.weight(Weight.of(supporting, List.of())));
    page.put("against_text", words.weight(Weight.of(contradicting, List.of())));
    page.put("weight", cards.weight(Weight.of(supporting, contradicting)));
    page.put("findings", Cards.links(graph.findingsOn(assumption)));
    if (!tree.past().isEmpty()) {
      page.put("history_url", TimelinePage.ADDRESS + "#" + TimelinePage.id(assumption));
    }
    if (!graph.supporting(assumption).isEmpty() || !graph.contradicting(assumption).isEmpty()) {
      page.put("matrix_url", MatrixPage.ADDRESS);
    }
  }

  private List<Map<String, Object>> evidence(
      Collection<CheckedEvidence> evidence, Stance stance, String root) {
    return evidence.stream().map(piece -> cards.evidence(piece, stance, root)).toList();
  }

  private void interview(CheckedNote interview, Map<String, Object> page) {
    Note note = interview.content();
    FrontMatter frontMatter = note.frontMatter();
    page.put("method_text", words.method(frontMatter.text("method").orElse("interview")));
    note.date().ifPresent(date -> page.put("month_text", words.month(date)));
    frontMatter.text("role").ifPresent(role -> page.put("role", role));
    frontMatter
        .text("council")
        .map(Words::capitalised)
        .ifPresent(council -> page.put("council", council));
    List<String> participants = frontMatter.texts("participants");
    if (!participants.isEmpty()) {
      page.put("participants_text", String.join(", ", participants));
    }
    Publication.consent(note).ifPresent(c -> page.put("consent_text", words.consent(c)));
    page.put("findings", Cards.links(graph.findingsQuoting(interview)));
    research
        .note("pages/correct-or-withdraw.md")
        .ifPresent(how -> page.put("withdraw_url", how.address()));
  }

  /**
   * A page may hand figures to a layout of its own, such as those of a value model. What they are
   * called must not be what a layout takes for a word of the build, such as {@code working}.
   */
  private static void figures(FrontMatter frontMatter, Map<String, Object> page) {
    frontMatter
        .values()
        .forEach(
            (key, value) -> {
              if (value instanceof Map && key.contains("_") && !OWN_KEYS.contains(key)) {
                page.putIfAbsent(key, value);
              }
            });
  }

  private void weeknote(CheckedNote weeknote, Map<String, Object> page) {
    Optional.ofNullable(weeknotes().lower(weeknote))
        .ifPresent(earlier -> page.put("previous", Cards.link(earlier)));
    Optional.ofNullable(weeknotes().higher(weeknote))
        .ifPresent(later -> page.put("next", Cards.link(later)));
    List<String> authors = new ArrayList<>(weeknote.content().frontMatter().texts("authors"));
    authors.addAll(weeknote.content().frontMatter().texts("author"));
    if (!authors.isEmpty()) {
      page.put("author_text", String.join(", ", authors));
    }
  }

  /** Put in order for the first page that asks; a build that makes none of them need not. */
  private synchronized NavigableSet<CheckedNote> weeknotes() {
    if (weeknotes == null) {
      weeknotes = new TreeSet<>(SectionPages.OLDEST_FIRST);
      weeknotes.addAll(research.notes(NoteKind.WEEKNOTE));
    }
    return weeknotes;
  }
}
