package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.List;

/** One rule about notes. An error keeps the note from being published, a warning does not. */
public interface Check {

  /** What the rule has to say about one note. */
  List<Problem> problems(Note note, ResearchIndex research);
}
