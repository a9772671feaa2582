package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.List;

/**
 * One rule about a note alone. It says the same until the note changes, or how it is published, so
 * a process that checks again does not ask it again.
 */
interface NoteCheck {

  /** What the rule has to say about a note. */
  List<Problem> problems(Note note, Publication publication);
}
