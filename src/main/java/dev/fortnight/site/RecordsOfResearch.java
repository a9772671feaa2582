package dev.fortnight.site;

import dev.fortnight.check.CheckedEvidence;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.check.ResearchGraph.Stance;
import dev.fortnight.check.Weight;
import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.topic.Topic;
import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to know of one finding, assumption or topic, by the names that {@link DataSchema}
 * describes. Everything is called by its address at the site's root, and nothing is in it that its
 * page does not show.
 */
final class RecordsOfResearch {

  private final CheckedResearch research;
  private final ResearchGraph graph;
  private final Tree tree;
  private final Links links;

  RecordsOfResearch(CheckedResearch research, ResearchGraph graph, Tree tree, Links links) {
    this.research = research;
    this.graph = graph;
    this.tree = tree;
    this.links = links;
  }

  Map<String, Object> finding(CheckedNote finding) {
    Weight weight = graph.weight(finding);
    FrontMatter frontMatter = finding.content().frontMatter();
    Map<String, Object> record = note(finding);
    FindingFacts.confirmed(finding).ifPresent(day -> record.put("last_confirmed", day.toString()));
    frontMatter.text("confidence").ifPresent(word -> record.put("confidence", word));
    frontMatter.text("licence").ifPresent(licence -> record.put("licence", licence));
    Map<String, Object> counted = new LinkedHashMap<>();
    counted.put("marks", weight.marks());
    counted.put("people", weight.people());
    counted.put("methods", weight.methods());
    counted.put("contradicting", weight.contradicting());
    record.put("weight", counted);
    record.put(
        "evidence",
        graph.evidence(finding).stream()
            .map(cited -> evidence(cited.evidence(), cited.stance()))
            .toList());
    record.put("withheld", graph.withheld(finding));
    record.put("assumptions", ids(graph.assumptions(finding)));
    record.put("recommendations", ids(graph.recommendationsOn(finding)));
    record.put("supersedes", ids(graph.predecessors(finding)));
    graph.successor(finding).ifPresent(next -> record.put("superseded_by", id(next.address())));
    approvedIn(finding).ifPresent(number -> record.put("approved_in", number));
    return record;
  }

  Map<String, Object> assumption(CheckedNote assumption) {
    List<CheckedEvidence> supporting = graph.supporting(assumption);
    List<CheckedEvidence> contradicting = graph.contradicting(assumption);
    Map<String, Object> record = note(assumption);
    record.put("state", graph.state(assumption).word());
    record.put("supporting", people(supporting));
    record.put("contradicting", people(contradicting));
    List<Map<String, Object>> evidence = new ArrayList<>();
    supporting.forEach(piece -> evidence.add(evidence(piece, Stance.SUPPORTS)));
    contradicting.forEach(piece -> evidence.add(evidence(piece, Stance.CONTRADICTS)));
    record.put("evidence", evidence);
    record.put("findings", ids(graph.findingsOn(assumption)));
    return record;
  }

  Map<String, Object> topic(CheckedTopic checked) {
    Topic topic = checked.content();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("id", id(checked.address()));
    record.put("number", topic.number());
    record.put("title", topic.title());
    record.put("text", checked.body().text().strip());
    record.put("state", Cards.state(topic.state()));
    record.put("labels", topic.labels());
    record.put("opened", topic.openedAt().toString());
    topic.closedAt().ifPresent(closed -> record.put("closed", closed.toString()));
    topic
        .url()
        .filter(TopicPages::isWeb)
        .map(URI::toString)
        .ifPresent(issue -> record.put("issue", issue));
    for (NoteKind kind :
        List.of(NoteKind.INTERVIEW, NoteKind.FINDING, NoteKind.ASSUMPTION, NoteKind.WEEKNOTE)) {
      record.put(kind.folder(), ids(graph.notesOn(checked, kind)));
    }
    return record;
  }

  /** What findings and assumptions have in common. */
  private Map<String, Object> note(CheckedNote checked) {
    Note note = checked.content();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("id", id(checked.address()));
    record.put("title", note.title());
    record.put("description", note.description());
    record.put("text", note.prose().text().strip());
    note.date().ifPresent(date -> record.put("date", date.toString()));
    record.put("illustrative", note.frontMatter().saysYes("illustrative"));
    record.put("tags", note.frontMatter().words("tags"));
    record.put("topics", graph.topics(checked).stream().map(topic -> id(topic.address())).toList());
    return record;
  }

  /** By month, as on pages: a day would say more of a session than its own page does. */
  private Map<String, Object> evidence(CheckedEvidence evidence, Stance stance) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("stance", stance.name().toLowerCase(Locale.ROOT));
    record.put("text", evidence.content().quotation().text().strip());
    evidence.content().participant().ifPresent(name -> record.put("participant", name));
    evidence.role().ifPresent(role -> record.put("role", role));
    evidence.council().ifPresent(council -> record.put("council", council));
    record.put("method", evidence.method());
    evidence.date().ifPresent(date -> record.put("month", YearMonth.from(date).toString()));
    research
        .note(evidence.source().path())
        .map(page -> id(page.address()) + "#" + links.id(evidence.content().id()))
        .ifPresent(address -> record.put("address", address));
    return record;
  }

  private static int people(List<CheckedEvidence> evidence) {
    return (int) evidence.stream().map(CheckedEvidence::voice).distinct().count();
  }

  private Optional<Integer> approvedIn(CheckedNote note) {
    return tree instanceof Tree.Edition edition
        ? Optional.ofNullable(edition.approvedIn().get(note.content().path()))
        : Optional.empty();
  }

  private List<String> ids(Collection<CheckedNote> notes) {
    return notes.stream().map(note -> id(note.address())).toList();
  }

  private String id(String address) {
    return Frame.absolute(research.programme(), address);
  }
}
