package dev.fortnight.site;

import dev.fortnight.check.AssumptionState;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.check.Weight;
import dev.fortnight.note.NoteKind;
import dev.fortnight.topic.TopicState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the team is least sure of, so that somebody who knows better can say so. */
final class Doubts {

  /** Of each kind; the lists of the site have all. */
  private static final int MOST = 5;

  private static final Set<AssumptionState> UNSURE =
      Set.of(AssumptionState.CONTRADICTED, AssumptionState.MIXED, AssumptionState.UNTESTED);

  private static final int WEAK = 2;

  private final CheckedResearch research;
  private final ResearchGraph graph;
  private final SectionPages sections;
  private final Cards cards;
  private final Words words;
  private final Messages messages;

  Doubts(
      CheckedResearch research,
      ResearchGraph graph,
      SectionPages sections,
      Cards cards,
      Words words,
      Messages messages) {
    this.research = research;
    this.graph = graph;
    this.sections = sections;
    this.cards = cards;
    this.words = words;
    this.messages = messages;
  }

  /** As the page of the open call shows them. */
  Map<String, Object> shown() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(
        "doubtful",
        sections.newestFirst(NoteKind.FINDING).stream()
            .filter(finding -> graph.successor(finding).isEmpty())
            .filter(this::isDoubtful)
            .limit(MOST)
            .map(this::finding)
            .toList());
    shown.put(
        "unsure",
        research.notes(NoteKind.ASSUMPTION).stream()
            .filter(assumption -> UNSURE.contains(graph.state(assumption)))
            .sorted((a, b) -> order(a) - order(b))
            .limit(MOST)
            .map(cards::card)
            .toList());
    shown.put(
        "questions",
        research.topics().stream()
            .filter(topic -> topic.content().state() == TopicState.OPEN)
            .filter(topic -> graph.notesOn(topic, NoteKind.FINDING).isEmpty())
            .limit(MOST)
            .map(this::question)
            .toList());
    return shown;
  }

  /** What is contradicted first, what nobody has spoken of last. */
  private int order(CheckedNote assumption) {
    return List.of(AssumptionState.CONTRADICTED, AssumptionState.MIXED, AssumptionState.UNTESTED)
        .indexOf(graph.state(assumption));
  }

  private boolean isDoubtful(CheckedNote finding) {
    Weight weight = graph.weight(finding);
    return confidence(finding).equals("low")
        || weight.marks() <= WEAK
        || weight.contradicting() > 0;
  }

  private static String confidence(CheckedNote finding) {
    return finding.content().frontMatter().text("confidence").orElse("");
  }

  private Map<String, Object> finding(CheckedNote finding) {
    Map<String, Object> shown = new LinkedHashMap<>(Cards.link(finding));
    Weight weight = graph.weight(finding);
    List<String> why = new ArrayList<>();
    if (confidence(finding).equals("low")) {
      why.add(messages.say("finding.confidence", words.confidence("low")));
    }
    why.add(words.weightLabel(weight));
    String counted = words.weight(weight);
    shown.put("why_text", String.join(". ", why) + (counted.isEmpty() ? "" : ": " + counted));
    return shown;
  }

  private Map<String, Object> question(CheckedTopic topic) {
    return Map.of("title", topic.content().title(), "url", topic.address());
  }
}
