package dev.fortnight.edition;

import dev.fortnight.check.AssumptionState;
import dev.fortnight.check.CheckedEvidence;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.check.Weight;
import dev.fortnight.note.NoteKind;
import dev.fortnight.site.Messages;
import dev.fortnight.site.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in sentences what the team changed its mind about, most important first. */
final class Headlines {

  /** Up to here there is a word for a number of people. */
  private static final int LARGEST_WORD = 9;

  private final CheckedResearch research;
  private final ResearchGraph graph;
  private final Map<String, SignedEdition.Standing> before;
  private final boolean isFirst;
  private final Messages messages;

  Headlines(CheckedResearch research, Optional<SignedEdition> previous) {
    this.research = research;
    this.graph = research.graph();
    this.isFirst = previous.isEmpty();
    this.messages = Messages.of(research.programme().language());
    this.before =
        previous.stream()
            .flatMap(edition -> edition.standings().stream())
            .collect(Collectors.toMap(SignedEdition.Standing::slug, standing -> standing));
  }

  /** Where the assumptions stand now. */
  List<SignedEdition.Standing> standings() {
    return research.notes(NoteKind.ASSUMPTION).stream().map(this::standing).toList();
  }

  private SignedEdition.Standing standing(CheckedNote assumption) {
    List<CheckedEvidence> supporting = graph.supporting(assumption);
    List<CheckedEvidence> contradicting = graph.contradicting(assumption);
    Weight weight = Weight.of(supporting, contradicting);
    return new SignedEdition.Standing(
        assumption.content().slug(),
        graph.state(assumption).name(),
        weight.people(),
        weight.contradicting(),
        references(supporting),
        references(contradicting));
  }

  private static SortedSet<String> references(List<CheckedEvidence> evidence) {
    return evidence.stream()
        .map(one -> one.content().reference())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * @param added keys of items that the previous edition did not have
   * @param retitled keys of items that it called differently
   */
  List<Tree.Headline> write(List<Tree.Change> added, Set<String> retitled) {
    List<Tree.Headline> headlines = new ArrayList<>();
    if (!isFirst) {
      research.notes(NoteKind.ASSUMPTION).stream()
          .sorted(
              Comparator.comparing(this::isOfOneState)
                  .thenComparing(Comparator.comparingInt(this::voicesMoved).reversed()))
          .map(this::moved)
          .flatMap(Optional::stream)
          .forEach(headlines::add);
    }
    List<String> keys = added.stream().map(Tree.Change::item).toList();
    findings(keys).forEach(f -> headlines.add(headline("headline.added", f)));
    findings(retitled.stream().sorted().toList())
        .forEach(f -> headlines.add(headline("headline.retitled", f)));
    return List.copyOf(headlines);
  }

  private List<CheckedNote> findings(List<String> keys) {
    return keys.stream()
        .map(research::note)
        .flatMap(Optional::stream)
        .filter(note -> note.content().kind() == NoteKind.FINDING)
        .toList();
  }

  private boolean isOfOneState(CheckedNote assumption) {
    SignedEdition.Standing now = standing(assumption);
    SignedEdition.Standing then = before.get(now.slug());
    return then == null || then.state().equals(now.state());
  }

  /** How many more, or fewer, voices there are about an assumption than before. */
  private int voicesMoved(CheckedNote assumption) {
    SignedEdition.Standing now = standing(assumption);
    SignedEdition.Standing then = before.get(now.slug());
    return then == null
        ? 0
        : Math.abs(now.supporting() - then.supporting())
            + Math.abs(now.contradicting() - then.contradicting());
  }

  private Optional<Tree.Headline> moved(CheckedNote assumption) {
    SignedEdition.Standing now = standing(assumption);
    SignedEdition.Standing then = before.get(now.slug());
    if (then == null) {
      return Optional.empty();
    }
    List<String> reasons = reasons(then, now);
    boolean isSameState = then.state().equals(now.state());
    if (isSameState && reasons.isEmpty()) {
      return Optional.empty();
    }
    String title = assumption.content().title();
    String text =
        isSameState
            ? messages.say("headline.moved", title, joined(reasons))
            : turned(now, title, reasons);
    return Optional.of(new Tree.Headline(text, assumption.content().path(), whatMoved(then, now)));
  }

  private String turned(SignedEdition.Standing now, String title, List<String> reasons) {
    String sentence =
        messages.say("headline." + AssumptionState.valueOf(now.state()).word(), title);
    return reasons.isEmpty()
        ? sentence
        : messages.say("headline.because", sentence, joined(reasons));
  }

  private String joined(List<String> reasons) {
    return reasons.stream()
        .reduce((one, next) -> messages.say("headline.and", one, next))
        .orElseThrow();
  }

  /** What is said now and was not then; what is no longer said is not named. */
  private static List<String> whatMoved(SignedEdition.Standing then, SignedEdition.Standing now) {
    List<String> moved = new ArrayList<>(now.supportingEvidence());
    moved.addAll(now.contradictingEvidence());
    moved.removeAll(then.supportingEvidence());
    moved.removeAll(then.contradictingEvidence());
    return List.copyOf(moved);
  }

  private List<String> reasons(SignedEdition.Standing then, SignedEdition.Standing now) {
    List<String> reasons = new ArrayList<>();
    int more = now.supporting() - then.supporting();
    int against = now.contradicting() - then.contradicting();
    if (more > 0) {
      reasons.add(people("headline.more_for", more));
    }
    if (against > 0) {
      reasons.add(people("headline.more_against", against));
    }
    if (more < 0) {
      reasons.add(people("headline.fewer_for", -more));
    }
    if (against < 0) {
      reasons.add(people("headline.fewer_against", -against));
    }
    return reasons;
  }

  private String people(String key, int count) {
    if (count == 1) {
      return messages.say(key + ".one");
    }
    String number = count > LARGEST_WORD ? "more" : String.valueOf(count);
    return messages.say(key + ".many", messages.say("headline.number." + number));
  }

  private Tree.Headline headline(String key, CheckedNote note) {
    String text = messages.say(key, note.content().title());
    return new Tree.Headline(text, note.content().path(), List.of());
  }
}
