package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.util.FileUtils;

/**
 * What git's index holds of a programme, as a folder. It stands in git's own folder, where nobody
 * sees it who does not see the repository, and goes away in the end.
 */
final class StagedFiles implements AutoCloseable {

  private final Path folder;

  private StagedFiles(Path folder) {
    this.folder = folder;
  }

  static StagedFiles of(ProgrammeRepository repository) {
    try {
      StagedFiles files =
          new StagedFiles(
              Files.createTempDirectory(
                  repository.git().getDirectory().toPath(), "fortnight-staged-"));
      try {
        files.write(repository);
        return files;
      } catch (IOException | RuntimeException e) {
        files.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ProblemException(
          "what git's index holds cannot be read",
          "Try 'git status', and 'git fetch' where the clone is a partial one.",
          e);
    }
  }

  private void write(ProgrammeRepository repository) throws IOException {
    try (ObjectReader objects = repository.git().newObjectReader()) {
      for (DirCacheEntry entry :
          repository.git().readDirCache().getEntriesWithin(repository.path("research"))) {
        String file = repository.file(entry.getPathString());
        if (entry.getStage() != DirCacheEntry.STAGE_0) {
          throw new ProblemException(
              file + " is in conflict, so what is staged cannot be checked",
              "Resolve the conflict and 'git add' the file.");
        }
        if (!entry.isIntentToAdd()) {
          write(entry, folder.resolve(file).normalize(), objects);
        }
      }
    }
  }

  /** A link stands for itself, without where it leads; a submodule is another repository's. */
  private void write(DirCacheEntry entry, Path file, ObjectReader objects) throws IOException {
    FileMode mode = entry.getFileMode();
    if (mode.equals(FileMode.GITLINK) || !file.startsWith(folder)) {
      return;
    }
    Files.createDirectories(file.getParent());
    if (mode.equals(FileMode.SYMLINK)) {
      Files.createSymbolicLink(file, Path.of("link"));
      return;
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      objects.open(entry.getObjectId()).copyTo(out);
    }
  }

  /** Stands for the programme's folder. */
  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try {
      FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    } catch (IOException e) {
      throw new ProblemException(
          folder + " cannot be deleted", "Delete it: it holds a copy of your notes.", e);
    }
  }
}
