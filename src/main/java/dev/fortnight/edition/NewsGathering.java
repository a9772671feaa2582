package dev.fortnight.edition;

import dev.fortnight.check.CheckedData;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.note.NoteKind;
import dev.fortnight.site.Messages;
import dev.fortnight.site.Tree;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers the news of an edition from what may be shown of it and what its pages say of it. */
final class NewsGathering {

  private final CheckedResearch research;
  private final ResearchGraph graph;
  private final Tree.Edition facts;
  private final Map<String, CheckedTopic> topics;
  private final Map<String, CheckedData> data;

  NewsGathering(CheckedResearch research, Tree.Edition facts) {
    this.research = research;
    this.graph = research.graph();
    this.facts = facts;
    this.topics =
        research.topics().stream()
            .collect(Collectors.toMap(topic -> "topics/" + topic.content().slug(), topic -> topic));
    this.data =
        research.data().stream()
            .collect(Collectors.toMap(table -> table.content().path(), table -> table));
  }

  News gather() {
    Tree.Difference difference = facts.difference();
    return new News(
        difference.headlines().stream().map(Tree.Headline::text).toList(),
        found(),
        Stream.concat(notes(others()), tables()).toList(),
        difference.removed().stream().map(Tree.Change::title).toList(),
        moves(),
        notes(difference.added().stream().map(Tree.Change::item).filter(this::isSession)).toList());
  }

  private Stream<String> newOrChanged() {
    return Stream.concat(facts.difference().added().stream(), facts.difference().changed().stream())
        .map(Tree.Change::item);
  }

  private Stream<String> others() {
    Set<String> sessions =
        facts.difference().added().stream()
            .map(Tree.Change::item)
            .filter(this::isSession)
            .collect(Collectors.toSet());
    return newOrChanged()
        .filter(item -> !sessions.contains(item))
        .filter(item -> !isOf(NoteKind.FINDING, item));
  }

  private boolean isSession(String item) {
    return isOf(NoteKind.INTERVIEW, item);
  }

  private boolean isOf(NoteKind kind, String item) {
    return research.note(item).filter(note -> note.content().kind() == kind).isPresent();
  }

  private Stream<News.Entry> notes(Stream<String> items) {
    return items.map(research::note).flatMap(Optional::stream).map(NewsGathering::entry);
  }

  private Stream<News.Entry> tables() {
    return newOrChanged()
        .filter(data::containsKey)
        .map(data::get)
        .map(table -> new News.Entry(table.content().title(), table.address()));
  }

  private static News.Entry entry(CheckedNote note) {
    return new News.Entry(note.content().title(), note.address());
  }

  /** In the order of the assumptions' names; findings that speak of none come last. */
  private List<News.Found> found() {
    Messages messages = Messages.of(research.programme().language());
    Map<String, CheckedNote> assumptions = new TreeMap<>();
    Map<String, List<News.Entry>> findings = new TreeMap<>();
    List<News.Entry> loose = new ArrayList<>();
    newOrChanged()
        .filter(item -> isOf(NoteKind.FINDING, item))
        .map(research::note)
        .flatMap(Optional::stream)
        .forEach(
            finding -> {
              List<CheckedNote> of = graph.assumptions(finding);
              if (of.isEmpty()) {
                loose.add(entry(finding));
              }
              for (CheckedNote assumption : of) {
                assumptions.put(assumption.address(), assumption);
                findings
                    .computeIfAbsent(assumption.address(), any -> new ArrayList<>())
                    .add(entry(finding));
              }
            });
    Function<CheckedNote, String> state = note -> messages.say("state." + graph.state(note).word());
    List<News.Found> found = new ArrayList<>();
    assumptions.forEach(
        (address, note) ->
            found.add(
                new News.Found(
                    Optional.of(entry(note)),
                    state.apply(note),
                    List.copyOf(findings.get(address)))));
    if (!loose.isEmpty()) {
      found.add(new News.Found(Optional.empty(), "", List.copyOf(loose)));
    }
    return List.copyOf(found);
  }

  private List<News.Move> moves() {
    List<News.Move> moves = new ArrayList<>();
    for (Tree.Change change : facts.difference().added()) {
      topic(change).ifPresent(topic -> moves.add(move(topic, News.Move.Kind.NEW)));
    }
    for (Tree.Change change : facts.difference().changed()) {
      topic(change)
          .ifPresent(
              topic ->
                  moves.add(
                      move(
                          topic,
                          isJustClosed(topic.content())
                              ? News.Move.Kind.CLOSED
                              : News.Move.Kind.CHANGED)));
    }
    return List.copyOf(moves);
  }

  private Optional<CheckedTopic> topic(Tree.Change change) {
    return Optional.ofNullable(topics.get(change.item()));
  }

  private static News.Move move(CheckedTopic topic, News.Move.Kind kind) {
    return new News.Move(new News.Entry(topic.content().title(), topic.address()), kind);
  }

  private boolean isJustClosed(Topic topic) {
    return topic.state() == TopicState.CLOSED
        && topic
            .closedAt()
            .map(at -> at.atZone(research.programme().cycle().zone()).toLocalDate())
            .filter(day -> !day.isBefore(before()))
            .isPresent();
  }

  /** When the edition before was signed off. */
  private LocalDate before() {
    return facts.past().stream()
        .filter(past -> past.number() == facts.number() - 1)
        .map(Tree.Past::date)
        .findFirst()
        .orElse(LocalDate.MIN);
  }
}
