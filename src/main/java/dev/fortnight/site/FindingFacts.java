package dev.fortnight.site;

import dev.fortnight.check.CheckedEvidence;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.note.FrontMatter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How far a finding reaches: when and whom we heard, when it was last looked at, what came after.
 */
final class FindingFacts {

  private final ResearchGraph graph;
  private final Frame frame;
  private final Words words;
  private final Messages messages;

  FindingFacts(ResearchGraph graph, Frame frame, Words words, Messages messages) {
    this.graph = graph;
    this.frame = frame;
    this.words = words;
    this.messages = messages;
  }

  Map<String, Object> of(CheckedNote finding) {
    FrontMatter frontMatter = finding.content().frontMatter();
    List<CheckedEvidence> evidence =
        graph.evidence(finding).stream().map(ResearchGraph.Cited::evidence).toList();
    Map<String, Object> facts = new LinkedHashMap<>();
    collected(evidence).ifPresent(span -> facts.put("collected_text", span));
    confirmed(finding).ifPresent(day -> facts.put("confirmed_text", words.day(day)));
    confirmed(finding).ifPresent(day -> facts.put("cited_date", day.toString()));
    facts.put("councils", kinds(evidence, CheckedEvidence::council));
    facts.put("roles", kinds(evidence, CheckedEvidence::role));
    frontMatter.text("licence").map(frame::licence).ifPresent(facts::putAll);
    graph.successor(finding).map(Cards::link).ifPresent(next -> facts.put("superseded_by", next));
    facts.put("supersedes", Cards.links(graph.predecessors(finding)));
    return facts;
  }

  /** By month: a day would say more of a session than its own page does. */
  private Optional<String> collected(Collection<CheckedEvidence> evidence) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    evidence.forEach(one -> one.date().ifPresent(days::add));
    if (days.isEmpty()) {
      return Optional.empty();
    }
    String first = words.month(days.first());
    String last = words.month(days.last());
    return Optional.of(first.equals(last) ? first : messages.say("span", first, last));
  }

  /** When the team last looked at a finding. */
  static Optional<LocalDate> confirmed(CheckedNote finding) {
    FrontMatter frontMatter = finding.content().frontMatter();
    return Stream.of(
            frontMatter.date("last_confirmed"),
            frontMatter.date("last_modified_at"),
            finding.content().date())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static List<String> kinds(
      Collection<CheckedEvidence> evidence, Function<CheckedEvidence, Optional<String>> kind) {
    return evidence.stream()
        .map(kind)
        .flatMap(Optional::stream)
        .map(Words::capitalised)
        .distinct()
        .sorted()
        .toList();
  }
}
