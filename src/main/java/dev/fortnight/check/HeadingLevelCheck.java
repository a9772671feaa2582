package dev.fortnight.check;

import dev.fortnight.note.Heading;
import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Headings go down one level at a time, from the first or the second. */
final class HeadingLevelCheck implements NoteCheck {

  @Override
  public List<Problem> problems(Note note, Publication publication) {
    if (publication == Publication.NOTHING) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    int deepest = 2;
    for (Heading heading : note.prose().headings()) {
      if (heading.level() > deepest) {
        problems.add(skipped(note, heading, deepest));
      }
      deepest = heading.level() + 1;
    }
    return problems;
  }

  private static Problem skipped(Note note, Heading heading, int deepest) {
    return Problem.warning(
        "heading-level",
        note.at(heading.place()),
        "this heading has level "
            + heading.level()
            + " where level "
            + deepest
            + " is the deepest that can come next, so who moves by headings looks for one between",
        "Begin it with " + "#".repeat(deepest) + ".");
  }
}
