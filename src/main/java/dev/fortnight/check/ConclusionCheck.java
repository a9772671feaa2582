package dev.fortnight.check;

import dev.fortnight.note.Consent;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finding rests on evidence that may be shown, and claims no more than that evidence bears. Only
 * when all notes are checked can this be told.
 */
final class ConclusionCheck {

  private final CheckedResearch research;
  private final ResearchIndex index;
  private final ResearchGraph graph;

  ConclusionCheck(CheckedResearch research, ResearchIndex index) {
    this.research = research;
    this.index = index;
    this.graph = research.graph();
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    research.withheld().forEach(one -> withheld(one).ifPresent(problems::add));
    for (CheckedNote finding : research.notes(NoteKind.FINDING)) {
      overclaimed(finding).ifPresent(problems::add);
    }
    return problems;
  }

  /** What is not shown in this tree only, or is not there at all, is no fault of the note. */
  private Optional<Problem> withheld(CheckedResearch.Withheld withheld) {
    Note finding = index.note(withheld.finding()).orElseThrow();
    return index
        .source(withheld.evidence())
        .filter(index.snapshot().scope().isShown())
        .map(
            source ->
                Problem.warning(
                    "evidence",
                    finding.atValue("evidence", withheld.evidence()),
                    "'"
                        + withheld.evidence()
                        + "' may not be shown, because "
                        + reason(source)
                        + ", so this finding rests on less than it cites",
                    "Read whether the finding still holds, and take the citation out."));
  }

  private String reason(Note source) {
    if (source.kind() != NoteKind.INTERVIEW) {
      return "only interviews hold evidence";
    }
    return Publication.consent(source)
        .filter(consent -> consent == Consent.WITHDRAWN || consent == Consent.INTERNAL)
        .map(consent -> "the consent to its note is '" + consent.word() + "'")
        .orElse("its note is not published");
  }

  private Optional<Problem> overclaimed(CheckedNote checked) {
    Note finding = checked.content();
    Weight weight = graph.weight(checked);
    Optional<Confidence> stated = ConfidenceCheck.stated(finding);
    boolean isBorne = stated.isEmpty() || stated.get().restsOn(weight);
    return isBorne || isIncomplete(finding)
        ? Optional.empty()
        : Optional.of(
            Problem.warning(
                ConfidenceCheck.NAME,
                finding.atValue(ConfidenceCheck.NAME),
                "the confidence is '"
                    + stated.get().word()
                    + "', but the evidence that may be shown is "
                    + weight.words(),
                "Lower it to '"
                    + Confidence.most(weight).word()
                    + "', or cite more: medium takes 3 people, high takes 4 and 2 methods, and"
                    + " contradiction weighs against both."));
  }

  /** A tree that leaves an interview out for now does not say how much there is in the end. */
  private boolean isIncomplete(Note finding) {
    return finding.frontMatter().texts("evidence").stream()
        .flatMap(reference -> index.source(reference).stream())
        .anyMatch(source -> !index.snapshot().scope().isShown().test(source));
  }
}
