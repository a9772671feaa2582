package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.List;

/**
 * One rule about a note among the others. An error keeps the note from being published, a warning
 * does not. It may be asked by several threads.
 */
public interface Check {

  /** What the rule has to say about one note. */
  List<Problem> problems(Note note, ResearchIndex research);
}
