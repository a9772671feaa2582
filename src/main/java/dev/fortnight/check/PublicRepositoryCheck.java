package dev.fortnight.check;

import dev.fortnight.note.Consent;
import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.List;

/** Whoever may read a repository may read all of its notes, whatever their pages show. */
final class PublicRepositoryCheck implements Check {

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    boolean isPublic = research.snapshot().programme().notes().isPublic();
    return isPublic && isNarrower(note)
        ? List.of(
            Problem.error(
                "consent",
                note.atValue("consent"),
                "the notes' repository is public, so committing this note has published it",
                "Move it to a private repository, and remove it from this one's history."))
        : List.of();
  }

  private static boolean isNarrower(Note note) {
    return Publication.consent(note).filter(consent -> consent != Consent.PUBLIC).isPresent();
  }
}
