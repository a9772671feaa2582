package dev.fortnight.cli;

import dev.fortnight.note.NoteReader;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.util.io.DisabledOutputStream;

/** The files and lines of a programme that differ from a commit. */
final class Changes {

  private static final String RESEARCH = "research/";

  /** By file as the programme names it; a deleted file is changed, and has no lines. */
  private final Map<String, ChangedLines> files;

  private Changes(Map<String, ChangedLines> files) {
    this.files = files;
  }

  /**
   * What a commit of git's index changes.
   *
   * @param folder holds what the index holds
   */
  static Changes staged(ProgrammeRepository repository, Path folder) {
    Repository git = repository.git();
    try {
      return between(
          tree(git, git.resolve(Constants.HEAD)),
          new DirCacheIterator(git.readDirCache()),
          repository,
          folder);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** What differs in the working tree from where its history left that of another commit. */
  static Changes since(ObjectId commit, ProgrammeRepository repository) {
    Repository git = repository.git();
    try {
      return between(
          tree(git, commit), new FileTreeIterator(git), repository, repository.programme());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static ProblemException unreadable(IOException cause) {
    return new ProblemException(
        "what has changed cannot be read from the git repository",
        "Try 'git status', and 'git fetch --unshallow' where the clone is a shallow one.",
        cause);
  }

  private static AbstractTreeIterator tree(Repository git, ObjectId commit) throws IOException {
    if (commit == null) {
      return new EmptyTreeIterator();
    }
    try (ObjectReader reader = git.newObjectReader()) {
      return new CanonicalTreeParser(null, reader, git.parseCommit(commit).getTree());
    }
  }

  private static Changes between(
      AbstractTreeIterator before,
      AbstractTreeIterator after,
      ProgrammeRepository repository,
      Path folder)
      throws IOException {
    try (DiffFormatter difference = new DiffFormatter(DisabledOutputStream.INSTANCE)) {
      difference.setRepository(repository.git());
      difference.setDetectRenames(true);
      difference.setPathFilter(PathFilter.create(repository.path("research")));
      return new Changes(files(difference.scan(before, after), repository, folder));
    }
  }

  private static Map<String, ChangedLines> files(
      List<DiffEntry> entries, ProgrammeRepository repository, Path folder) throws IOException {
    Map<String, ChangedLines> files = new HashMap<>();
    for (DiffEntry entry : entries) {
      if (entry.getChangeType() == DiffEntry.ChangeType.DELETE) {
        files.put(repository.file(entry.getOldPath()), ChangedLines.NONE);
        continue;
      }
      String file = repository.file(entry.getNewPath());
      files.put(
          file,
          isAnotherVersion(entry, repository)
              ? ChangedLines.between(
                  repository.git(), entry.getOldId().toObjectId(), folder.resolve(file))
              : ChangedLines.ALL);
    }
    return files;
  }

  /** What becomes a note by being renamed is new to the site, every line of it. */
  private static boolean isAnotherVersion(DiffEntry entry, ProgrammeRepository repository) {
    boolean wasFile =
        entry.getOldMode().equals(FileMode.REGULAR_FILE)
            || entry.getOldMode().equals(FileMode.EXECUTABLE_FILE);
    if (entry.getChangeType() == DiffEntry.ChangeType.MODIFY) {
      return wasFile;
    }
    return entry.getChangeType() == DiffEntry.ChangeType.RENAME
        && wasFile
        && kind(repository.file(entry.getOldPath()))
            .equals(kind(repository.file(entry.getNewPath())));
  }

  /** The folder that gives a note its kind; a file's own path where it is no note. */
  private static String kind(String file) {
    String path = file.substring(RESEARCH.length());
    return NoteReader.isNote(path) ? path.substring(0, path.indexOf('/')) : "/" + path;
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  /** Whether a file has changed at all. */
  boolean touch(String file) {
    return files.containsKey(file);
  }

  /**
   * Whether a problem is in what has changed. The first line stands for front matter that lacks
   * something, so it is changed when the file is. Personal data that spans lines is told by one of
   * them, so the next line to a changed one counts too.
   */
  boolean touch(Problem problem) {
    int line = problem.location().line();
    ChangedLines lines = files.get(problem.location().file());
    if (lines == null) {
      return false;
    }
    boolean isNear =
        PersonalLines.isPersonal(problem) && (lines.contain(line - 1) || lines.contain(line + 1));
    return line <= 1 || isNear || lines.contain(line);
  }
}
