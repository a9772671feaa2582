package dev.fortnight.check;

import dev.fortnight.note.Evidence;
import dev.fortnight.note.LostMark;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A mark of evidence has an id of its own, a quotation, a participant of the session, and one thing
 * to say of an assumption.
 */
final class EvidenceMarkCheck implements NoteCheck {

  /** Whoever has mended as many sees the next ones. */
  private static final int MOST = 100;

  @Override
  public List<Problem> problems(Note note, Publication publication) {
    List<Problem> problems = new ArrayList<>();
    note.lostMarks().forEach(mark -> problems.add(lost(note, mark)));
    Set<String> ids = new HashSet<>();
    Set<String> participants = new HashSet<>(note.frontMatter().texts("participants"));
    for (Evidence mark : note.evidence()) {
      if (problems.size() >= MOST) {
        break;
      }
      if (!ids.add(mark.id())) {
        problems.add(
            warning(
                note.atMark(mark, "#" + mark.id()),
                Quoted.or("its id", "#" + mark.id())
                    + " marks evidence above already, so this mark has no effect",
                "Give it an id of its own."));
      }
      boolean isStranger = mark.participant().filter(p -> !participants.contains(p)).isPresent();
      if (isStranger && note.kind() == NoteKind.INTERVIEW) {
        problems.add(
            warning(
                note.atMark(mark, mark.participant().orElse("")),
                "the participant of this evidence is not among the note's participants",
                "Use a pseudonym from 'participants', or add it there."));
      }
      both(slug -> note.atMark(mark, slug), mark.supports(), mark.contradicts(), problems);
    }
    List<String> supports = note.frontMatter().texts("supports");
    both(
        slug -> note.atValue("contradicts", slug),
        supports,
        note.frontMatter().texts("contradicts"),
        problems);
    return problems;
  }

  private static Problem lost(Note note, LostMark mark) {
    return mark.hasId()
        ? warning(
            note.atLine(mark.line()),
            "this mark of evidence stands at no block of text, so it has no effect",
            "Put it directly under the quotation, without a blank line between.")
        : warning(
            note.atLine(mark.line()),
            "this evidence has no id, so nothing can cite it",
            "Give it one, as in {: #q1 .evidence}.");
  }

  private static void both(
      Function<String, SourceLocation> location,
      List<String> supports,
      List<String> contradicts,
      List<Problem> found) {
    Set<String> against = new HashSet<>(contradicts);
    supports.stream()
        .distinct()
        .filter(against::contains)
        .map(
            slug ->
                warning(
                    location.apply(slug),
                    "this both supports and contradicts " + Quoted.or("one assumption", slug),
                    "Say one of them, or mark two quotations."))
        .forEach(found::add);
  }

  private static Problem warning(SourceLocation location, String what, String remedy) {
    return Problem.warning("evidence-mark", location, what, remedy);
  }
}
