package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.topic.RemovedTopic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How topics, assumptions, evidence, findings and recommendations hang together, both ways. */
public final class ResearchGraph {

  private final CheckedResearch research;
  private final Map<String, CheckedNote> assumptions = new HashMap<>();
  private final Map<String, CheckedNote> findings = new HashMap<>();
  private final Map<CheckedNote, List<CheckedNote>> predecessors = new IdentityHashMap<>();
  private final Map<String, List<CheckedEvidence>> supporting = new HashMap<>();
  private final Map<String, List<CheckedEvidence>> contradicting = new HashMap<>();
  private final Map<String, List<CheckedNote>> findingsByAssumption = new HashMap<>();
  private final Map<String, List<CheckedNote>> findingsByNote = new HashMap<>();
  private final Map<String, List<CheckedNote>> recommendationsByFinding = new HashMap<>();
  private final Map<String, List<CheckedNote>> notesByTopic = new HashMap<>();
  private final Map<String, CheckedTopic> topics = new HashMap<>();
  private final Map<String, RemovedTopic> removed = new HashMap<>();
  private final Map<String, Integer> withheld = new HashMap<>();

  ResearchGraph(CheckedResearch research) {
    this.research = research;
    research.withheld().forEach(one -> withheld.merge(one.finding(), 1, Integer::sum));
    research.topics().forEach(topic -> topics.put(topic.content().slug(), topic));
    research.removedTopics().forEach(topic -> removed.put(topic.slug(), topic));
    for (CheckedNote note : research.notes()) {
      note.topics().forEach(topic -> add(notesByTopic, topic, note));
      switch (note.content().kind()) {
        case ASSUMPTION -> assumptions.put(note.content().slug(), note);
        case FINDING -> addFinding(note);
        case RECOMMENDATION ->
            texts(note, "findings").forEach(f -> add(recommendationsByFinding, f, note));
        case INTERVIEW, WEEKNOTE, PAGE -> {}
      }
    }
    findings.values().stream()
        .filter(finding -> successor(finding).isPresent())
        .sorted(Comparator.comparing(CheckedNote::address))
        .forEach(finding -> successor(finding).ifPresent(next -> add(predecessors, next, finding)));
    for (CheckedEvidence evidence : research.evidence().values()) {
      evidence.content().supports().forEach(slug -> add(supporting, slug, evidence));
      evidence.content().contradicts().forEach(slug -> add(contradicting, slug, evidence));
    }
  }

  private void addFinding(CheckedNote finding) {
    findings.put(finding.content().slug(), finding);
    assumptionSlugs(finding.content()).forEach(slug -> add(findingsByAssumption, slug, finding));
    evidence(finding).stream()
        .map(cited -> cited.evidence().source().path())
        .distinct()
        .forEach(path -> add(findingsByNote, path, finding));
  }

  private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
    lists.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
  }

  private static List<String> texts(CheckedNote note, String key) {
    return note.content().frontMatter().texts(key).stream().distinct().toList();
  }

  private static List<String> assumptionSlugs(Note note) {
    List<String> slugs = new ArrayList<>(note.frontMatter().texts("supports"));
    slugs.addAll(note.frontMatter().texts("contradicts"));
    return slugs.stream().distinct().toList();
  }

  /** How a piece of evidence stands to the conclusion that cites it. */
  public enum Stance {
    SUPPORTS,
    CONTRADICTS,
    MENTIONS
  }

  /** Evidence as a finding cites it. */
  public record Cited(CheckedEvidence evidence, Stance stance) {}

  /** What a finding cites and may show, in its order. */
  public List<Cited> evidence(CheckedNote finding) {
    return texts(finding, "evidence").stream()
        .filter(research.evidence()::containsKey)
        .map(research.evidence()::get)
        .map(evidence -> new Cited(evidence, stance(finding, evidence)))
        .toList();
  }

  /**
   * Evidence agrees with a finding where both say the same of one assumption, and contradicts it
   * where they only differ. What says nothing of the finding's assumptions is cited for it.
   */
  private static Stance stance(CheckedNote finding, CheckedEvidence evidence) {
    List<String> supports = texts(finding, "supports");
    List<String> contradicts = texts(finding, "contradicts");
    boolean agrees =
        overlap(evidence.content().supports(), supports)
            || overlap(evidence.content().contradicts(), contradicts);
    boolean differs =
        overlap(evidence.content().supports(), contradicts)
            || overlap(evidence.content().contradicts(), supports);
    return differs && !agrees ? Stance.CONTRADICTS : Stance.SUPPORTS;
  }

  private static boolean overlap(List<String> some, List<String> others) {
    return some.stream().anyMatch(others::contains);
  }

  /** How many citations of a finding may not be shown. */
  public int withheld(CheckedNote finding) {
    String path = finding.content().path();
    return withheld.getOrDefault(path, 0);
  }

  public Weight weight(CheckedNote finding) {
    List<Cited> cited = evidence(finding);
    return Weight.of(
        cited.stream().filter(c -> c.stance() != Stance.CONTRADICTS).map(Cited::evidence).toList(),
        cited.stream().filter(c -> c.stance() == Stance.CONTRADICTS).map(Cited::evidence).toList());
  }

  public List<CheckedEvidence> supporting(CheckedNote assumption) {
    return supporting.getOrDefault(assumption.content().slug(), List.of());
  }

  public List<CheckedEvidence> contradicting(CheckedNote assumption) {
    return contradicting.getOrDefault(assumption.content().slug(), List.of());
  }

  /** Where an assumption stands. */
  public AssumptionState state(CheckedNote assumption) {
    Weight weight = Weight.of(supporting(assumption), contradicting(assumption));
    return AssumptionState.of(weight);
  }

  /** The assumptions that a finding, or the note itself, speaks of. */
  public List<CheckedNote> assumptions(CheckedNote note) {
    return found(assumptionSlugs(note.content()), assumptions);
  }

  public List<CheckedNote> assumptions(CheckedEvidence evidence) {
    List<String> slugs = new ArrayList<>(evidence.content().supports());
    slugs.addAll(evidence.content().contradicts());
    return found(slugs.stream().distinct().toList(), assumptions);
  }

  /** The findings that a recommendation rests on. */
  public List<CheckedNote> findings(CheckedNote recommendation) {
    return found(texts(recommendation, "findings"), findings);
  }

  private static List<CheckedNote> found(List<String> slugs, Map<String, CheckedNote> notes) {
    return slugs.stream().filter(notes::containsKey).map(notes::get).toList();
  }

  public List<CheckedNote> findingsOn(CheckedNote assumption) {
    return findingsByAssumption.getOrDefault(assumption.content().slug(), List.of());
  }

  /** The findings that quote an interview. */
  public List<CheckedNote> findingsQuoting(CheckedNote interview) {
    return findingsByNote.getOrDefault(interview.content().path(), List.of());
  }

  /** The finding that stands in the place of one that no longer holds. */
  public Optional<CheckedNote> successor(CheckedNote finding) {
    return finding
        .content()
        .frontMatter()
        .text("superseded-by")
        .map(findings::get)
        .filter(other -> other != finding);
  }

  /** The findings in whose place one stands. */
  public List<CheckedNote> predecessors(CheckedNote finding) {
    return predecessors.getOrDefault(finding, List.of());
  }

  public List<CheckedNote> recommendationsOn(CheckedNote finding) {
    return recommendationsByFinding.getOrDefault(finding.content().slug(), List.of());
  }

  /** The notes of a kind that name a topic. */
  public List<CheckedNote> notesOn(CheckedTopic topic, NoteKind kind) {
    return notesByTopic.getOrDefault(topic.content().slug(), List.of()).stream()
        .filter(note -> note.content().kind() == kind)
        .toList();
  }

  /** The topics that a note names and that are gone. */
  public List<RemovedTopic> removedTopics(CheckedNote note) {
    return note.topics().stream().filter(removed::containsKey).map(removed::get).toList();
  }

  /** The topics that a note names. */
  public List<CheckedTopic> topics(CheckedNote note) {
    return note.topics().stream().filter(topics::containsKey).map(topics::get).toList();
  }
}
