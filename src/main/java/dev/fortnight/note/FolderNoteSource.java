package dev.fortnight.note;

import dev.fortnight.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Notes in a folder of this machine, as they stand there. */
public final class FolderNoteSource implements NoteSource {

  private final Path folder;

  public FolderNoteSource(Path folder) {
    this.folder = folder;
  }

  @Override
  public Collected collect() {
    if (!Files.isDirectory(folder)) {
      throw new ProblemException(
          "the folder " + folder + " does not exist", "Name a programme's folder.");
    }
    return new Collected(folder, Optional.empty(), List.of());
  }
}
