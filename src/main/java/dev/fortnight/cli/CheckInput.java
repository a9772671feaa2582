package dev.fortnight.cli;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.ProgrammeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/**
 * What a check reads, and which part of it somebody asks about.
 *
 * @param folder the programme's folder, or what stands for it
 * @param changes what is asked about; empty for everything
 * @param staged what has to go away in the end
 */
record CheckInput(Path folder, Optional<Changes> changes, Optional<StagedFiles> staged)
    implements AutoCloseable {

  /** Says why what somebody asks about is not there. */
  static final class UnknownChangesException extends Exception {

    UnknownChangesException(String message) {
      super(message);
    }
  }

  static CheckInput all(Path folder) {
    return new CheckInput(folder, Optional.empty(), Optional.empty());
  }

  /** What git's index holds; asked about is what differs from the last commit. */
  static CheckInput staged(Path folder, Map<String, String> environment)
      throws UnknownChangesException {
    try (ProgrammeRepository repository = repository("--staged", folder, environment)) {
      StagedFiles staged = StagedFiles.of(repository);
      try {
        Changes changes = Changes.staged(repository, staged.folder());
        boolean isThere = Files.isRegularFile(staged.folder().resolve(ProgrammeReader.FILE));
        if (!isThere && !changes.isEmpty()) {
          throw new UnknownChangesException(
              "Git's index has no "
                  + ProgrammeReader.FILE
                  + ", so what is staged cannot be checked. Run 'git add "
                  + ProgrammeReader.FILE
                  + "' in the programme's folder.");
        }
        return new CheckInput(staged.folder(), Optional.of(changes), Optional.of(staged));
      } catch (UnknownChangesException | RuntimeException e) {
        staged.close();
        throw e;
      }
    }
  }

  /** The programme's folder; asked about is what differs from where HEAD left a revision. */
  static CheckInput since(String revision, Path folder, Map<String, String> environment)
      throws UnknownChangesException {
    try (ProgrammeRepository repository = repository("--changed-since", folder, environment)) {
      Changes changes = Changes.since(base(revision, repository.git()), repository);
      return new CheckInput(folder, Optional.of(changes), Optional.empty());
    }
  }

  private static ProgrammeRepository repository(
      String option, Path folder, Map<String, String> environment) throws UnknownChangesException {
    return ProgrammeRepository.of(folder, environment)
        .orElseThrow(
            () ->
                new UnknownChangesException(
                    option
                        + " needs a git repository, and the programme's folder is in none. Run 'git"
                        + " init', or leave the option out."));
  }

  private static ObjectId base(String revision, Repository git) throws UnknownChangesException {
    try (RevWalk walk = new RevWalk(git)) {
      ObjectId other = git.resolve(revision + "^{commit}");
      ObjectId head = git.resolve(Constants.HEAD);
      if (other == null || head == null) {
        throw unknown(revision);
      }
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(other));
      walk.markStart(walk.parseCommit(head));
      RevCommit base = walk.next();
      if (base == null) {
        throw new UnknownChangesException(
            "HEAD and '"
                + revision
                + "' have no commit in common that is here. Fetch the whole history ('git fetch"
                + " --unshallow'; in a workflow, 'fetch-depth: 0'), or name another revision.");
      }
      return base.copy();
    } catch (MissingObjectException
        | IncorrectObjectTypeException
        | AmbiguousObjectException
        | RevisionSyntaxException e) {
      throw unknown(revision);
    } catch (IOException e) {
      throw new ProblemException(
          "the git repository cannot be read", "Try 'git status' in the programme's folder.", e);
    }
  }

  private static UnknownChangesException unknown(String revision) {
    return new UnknownChangesException(
        "There is no commit '"
            + revision
            + "' here. Fetch it (in a workflow, with 'fetch-depth: 0'), or name another"
            + " revision.");
  }

  /** Whether nothing that is asked about is there. */
  boolean isIdle() {
    return changes.filter(Changes::isEmpty).isPresent();
  }

  boolean includes(Problem problem) {
    return changes.map(asked -> asked.touch(problem)).orElse(true);
  }

  boolean includes(String file) {
    return changes.map(asked -> asked.touch(file)).orElse(true);
  }

  @Override
  public void close() {
    staged.ifPresent(StagedFiles::close);
  }
}
