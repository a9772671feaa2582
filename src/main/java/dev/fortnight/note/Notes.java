package dev.fortnight.note;

import dev.fortnight.problem.Problem;
import java.util.List;

/**
 * Notes by path.
 *
 * @param problems what kept other files from being read as notes
 */
public record Notes(List<Note> notes, List<Problem> problems) {}
