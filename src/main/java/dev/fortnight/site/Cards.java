package dev.fortnight.site;

import dev.fortnight.check.CheckedEvidence;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.check.Weight;
import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.topic.RemovedTopic;
import dev.fortnight.topic.TopicState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How notes, topics and evidence show on pages other than their own. */
final class Cards {

  /** As far as one is needed to tell a language. Source: RFC 5646, 2.1. */
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*");

  private final CheckedResearch research;
  private final ResearchGraph graph;
  private final Links links;
  private final Words words;
  private final Messages messages;
  private final TreeParts parts;

  Cards(
      CheckedResearch research,
      ResearchGraph graph,
      Links links,
      Words words,
      Messages messages,
      TreeParts parts) {
    this.parts = parts;
    this.messages = messages;
    this.research = research;
    this.graph = graph;
    this.links = links;
    this.words = words;
  }

  /** Whether any evidence that may be shown speaks of an assumption. */
  boolean hasMatrix() {
    return research.evidence().values().stream()
        .anyMatch(evidence -> !graph.assumptions(evidence).isEmpty());
  }

  static List<Map<String, Object>> links(Collection<CheckedNote> notes) {
    return notes.stream().map(Cards::link).toList();
  }

  static Map<String, Object> link(CheckedNote note) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("title", note.content().title());
    link.put("url", note.address());
    language(note.content()).ifPresent(language -> link.put("lang", language));
    return link;
  }

  static List<Map<String, Object>> topicLinks(Collection<CheckedTopic> topics) {
    return topics.stream()
        .map(t -> Map.<String, Object>of("title", t.content().title(), "url", t.address()))
        .toList();
  }

  /** What leads to the pages of topics that are gone, of which nothing but the name is known. */
  static List<Map<String, Object>> removedLinks(
      Collection<RemovedTopic> topics, Messages messages) {
    return topics.stream()
        .map(
            topic ->
                Map.<String, Object>of(
                    "title",
                    messages.say("topic.removed.link", topic.slug()),
                    "url",
                    topic.address()))
        .toList();
  }

  /** The language of a note's own words, where its front matter gives one. */
  static Optional<String> language(Note note) {
    return note.frontMatter().text("lang").filter(LANGUAGE.asMatchPredicate());
  }

  /** A note as lists show it. Several lists do, so it is made once; it may not be changed. */
  Map<String, Object> card(CheckedNote note) {
    return parts.card(
        note.content().path(), () -> named(note), () -> Collections.unmodifiableMap(made(note)));
  }

  /** The addresses of others whose titles a card shows. */
  private Set<String> named(CheckedNote note) {
    return note.content().kind() == NoteKind.FINDING
        ? graph.successor(note).map(CheckedNote::address).map(Set::of).orElse(Set.of())
        : Set.of();
  }

  private Map<String, Object> made(CheckedNote checked) {
    Note note = checked.content();
    Map<String, Object> card = new LinkedHashMap<>(link(checked));
    card.put("description", note.description());
    note.date().ifPresent(date -> card.put("date_text", words.day(date)));
    if (note.frontMatter().saysYes("illustrative")) {
      card.put("illustrative", true);
    }
    switch (note.kind()) {
      case FINDING -> {
        card.put("weight", weight(graph.weight(checked)));
        graph.successor(checked).map(Cards::link).ifPresent(n -> card.put("superseded_by", n));
      }
      case ASSUMPTION -> card.putAll(assumption(checked));
      case INTERVIEW -> card.putAll(session(note.frontMatter()));
      case WEEKNOTE, RECOMMENDATION, PAGE -> {}
    }
    return card;
  }

  private Map<String, Object> assumption(CheckedNote assumption) {
    Weight weight = Weight.of(graph.supporting(assumption), graph.contradicting(assumption));
    return Map.of(
        "state", graph.state(assumption).word(),
        "state_text", words.state(graph.state(assumption)),
        "supports_count", weight.people(),
        "contradicts_count", weight.contradicting(),
        "methods_text", weight.methods() == 0 ? "" : words.methods(weight));
  }

  private Map<String, Object> session(FrontMatter frontMatter) {
    Map<String, Object> session = new LinkedHashMap<>();
    session.put("method_text", words.method(frontMatter.text("method").orElse("interview")));
    frontMatter.text("role").ifPresent(role -> session.put("role", role));
    frontMatter.text("council").ifPresent(council -> session.put("council", council));
    return session;
  }

  Map<String, Object> card(CheckedTopic checked) {
    return Map.of(
        "title", checked.content().title(),
        "url", checked.address(),
        "number", checked.content().number(),
        "state", state(checked.content().state()),
        "state_text", words.state(checked.content().state()),
        "labels", checked.content().labels(),
        "done_text", done(checked));
  }

  /** {@code 2 sessions, 1 finding}: what there is on a topic. */
  private String done(CheckedTopic topic) {
    int sessions = graph.notesOn(topic, NoteKind.INTERVIEW).size();
    int findings = graph.notesOn(topic, NoteKind.FINDING).size();
    List<String> done = new ArrayList<>();
    if (sessions > 0) {
      done.add(messages.count("topic.sessions", sessions));
    }
    if (findings > 0) {
      done.add(messages.count("topic.findings", findings));
    }
    return String.join(", ", done);
  }

  static String state(TopicState state) {
    return state == TopicState.OPEN ? "open" : "closed";
  }

  Map<String, Object> weight(Weight weight) {
    return Map.of(
        "marks", weight.marks(),
        "label", weight.label(),
        "label_text", words.weightLabel(weight),
        "text", words.weight(weight));
  }

  /**
   * A quotation as findings and assumptions show it.
   *
   * @param root what leads from the page that shows it to the tree's root
   */
  Map<String, Object> evidence(CheckedEvidence evidence, ResearchGraph.Stance stance, String root) {
    Map<String, Object> item = new LinkedHashMap<>();
    language(evidence.source()).ifPresent(language -> item.put("lang", language));
    item.put("html", links.quoted(evidence.source(), evidence.content().quotation(), root));
    evidence.content().participant().ifPresent(name -> item.put("participant", name));
    evidence.role().ifPresent(role -> item.put("role", role));
    evidence.council().ifPresent(council -> item.put("council", council));
    item.put("method_text", words.method(evidence.method()));
    evidence.date().ifPresent(date -> item.put("month_text", words.month(date)));
    page(evidence).ifPresent(url -> item.put("url", url));
    item.put("stance", stance.name().toLowerCase(java.util.Locale.ROOT));
    item.put("stance_text", words.stance(stance));
    item.put("assumptions", links(graph.assumptions(evidence)));
    return item;
  }

  private Optional<String> page(CheckedEvidence evidence) {
    return research
        .note(evidence.source().path())
        .map(note -> note.address() + "#" + links.id(evidence.content().id()));
  }
}
