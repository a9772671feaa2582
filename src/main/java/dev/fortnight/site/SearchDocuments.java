package dev.fortnight.site;

import dev.fortnight.check.CheckedData;
import dev.fortnight.check.CheckedEvidence;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.note.DataSet;
import dev.fortnight.note.Evidence;
import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.note.Prose;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.search.Findable;
import dev.fortnight.site.search.SearchDocument;
import dev.fortnight.sprint.SprintCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** What of each page can be found: the words that it shows, no others. */
final class SearchDocuments {

  static final String TOPIC = "topic";
  static final String DATA = "data";

  private final CheckedResearch research;
  private final ResearchGraph graph;
  private final Words words;
  private final TreeParts parts;
  private final SprintCalendar calendar;
  private final Map<String, Set<String>> marked = new HashMap<>();

  SearchDocuments(CheckedResearch research, ResearchGraph graph, Words words, TreeParts parts) {
    this.parts = parts;
    this.research = research;
    this.graph = graph;
    this.words = words;
    this.calendar = new SprintCalendar(research.programme().cycle());
    for (CheckedEvidence evidence : research.evidence().values()) {
      Set<String> about = marked.computeIfAbsent(evidence.source().path(), any -> new TreeSet<>());
      graph.assumptions(evidence).forEach(assumption -> about.add(assumption(assumption)));
    }
  }

  /** How many pages can be found. */
  int count() {
    return research.notes().size() + research.topics().size() + research.data().size();
  }

  List<Findable> all() {
    List<Findable> all = new ArrayList<>();
    for (CheckedNote note : research.notes()) {
      boolean isAsBefore = parts.isAsBefore(note.content().path());
      all.add(new Findable(note.address(), note.content().date(), isAsBefore, () -> of(note)));
    }
    for (CheckedTopic topic : research.topics()) {
      all.add(new Findable(topic.address(), Optional.of(opened(topic)), false, () -> of(topic)));
    }
    for (CheckedData data : research.data()) {
      all.add(new Findable(data.address(), Optional.empty(), false, () -> of(data)));
    }
    return all;
  }

  private SearchDocument of(CheckedNote checked) {
    Set<String> filters = filters(checked);
    List<Evidence> quoted =
        checked.content().kind() == NoteKind.FINDING
            ? graph.evidence(checked).stream().map(cited -> cited.evidence().content()).toList()
            : List.of();
    Programme programme = research.programme();
    return parts
        .documents()
        .of(
            checked.address(),
            List.of(checked.content(), filters, quoted, programme.cycle(), programme.language()),
            () -> made(checked, filters, quoted));
  }

  private SearchDocument made(CheckedNote checked, Set<String> filters, List<Evidence> quoted) {
    Note note = checked.content();
    FrontMatter frontMatter = note.frontMatter();
    List<String> leads = new ArrayList<>(frontMatter.words("tags"));
    leads.add(note.description());
    if (note.kind() == NoteKind.INTERVIEW) {
      frontMatter.text("role").ifPresent(leads::add);
      frontMatter.text("council").ifPresent(leads::add);
    }
    Prose prose = note.prose();
    StringBuilder text = new StringBuilder(prose.text());
    quoted.forEach(evidence -> text.append('\n').append(evidence.quotation().text()));
    return document(
        checked.address(),
        note.title(),
        note.kind().word(),
        note.date(),
        filters,
        leads,
        text.toString());
  }

  private Set<String> filters(CheckedNote note) {
    Set<String> filters = new TreeSet<>();
    graph.topics(note).forEach(topic -> filters.add("topic:" + topic.content().slug()));
    graph.assumptions(note).forEach(about -> filters.add(assumption(about)));
    if (note.content().kind() == NoteKind.ASSUMPTION) {
      filters.add(assumption(note));
    }
    filters.addAll(marked.getOrDefault(note.content().path(), Set.of()));
    return filters;
  }

  private static String assumption(CheckedNote assumption) {
    return "assumption:" + assumption.content().slug();
  }

  private SearchDocument of(CheckedTopic topic) {
    return document(
        topic.address(),
        topic.content().title(),
        TOPIC,
        Optional.of(opened(topic)),
        Set.of("topic:" + topic.content().slug()),
        topic.content().labels(),
        topic.body().text());
  }

  private LocalDate opened(CheckedTopic topic) {
    return topic.content().openedAt().atZone(research.programme().cycle().zone()).toLocalDate();
  }

  private SearchDocument of(CheckedData checked) {
    DataSet data = checked.content();
    StringBuilder columns = new StringBuilder();
    for (DataSet.Column column : data.columns()) {
      columns.append(column.name()).append('\n').append(column.description()).append('\n');
    }
    return document(
        checked.address(),
        data.title(),
        DATA,
        Optional.empty(),
        Set.of(),
        List.of(data.description()),
        columns.toString());
  }

  private SearchDocument document(
      String address,
      String title,
      String kind,
      Optional<LocalDate> date,
      Set<String> filters,
      List<String> leads,
      String text) {
    OptionalInt sprint = date.stream().mapToInt(calendar::numberOn).findFirst();
    return new SearchDocument(
        address, title, kind, date, date.map(words::day).orElse(""), sprint, filters, leads, text);
  }
}
