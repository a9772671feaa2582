package dev.fortnight.note;

import dev.fortnight.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a programme's notes come from. */
public interface NoteSource {

  /**
   * A folder on this machine that holds {@code research/} as the source has it now.
   *
   * @param revision the commit that it shows; empty where it is a plain folder
   * @param problems what whoever runs Fortnight must know, for example that history was rewritten
   */
  record Collected(Path folder, Optional<String> revision, List<Problem> problems) {}

  /**
   * Brings the folder up to date.
   *
   * @throws dev.fortnight.problem.ProblemException if the source cannot be reached
   */
  Collected collect();
}
