package dev.fortnight.note;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import dev.fortnight.problem.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.FileUtils;

/**
 * Notes in a git repository, kept as a clone in a cache folder. When the repository cannot be
 * reached the notes stay as they were, with a warning that says since when.
 */
public final class GitNoteSource implements NoteSource {

  private static final String CHECK = "notes";
  private static final SourceLocation WHERE = SourceLocation.file("research/programme.yml");

  private final NoteRemote remote;
  private final Path cacheFolder;
  private final Clock clock;

  /**
   * @param address https, {@code file:} or a path
   * @param cacheFolder belongs to this source alone; it may be deleted at any time
   * @param token what the host knows Fortnight by; goes to that host only
   */
  public GitNoteSource(
      String address, String branch, Path cacheFolder, Optional<Secret> token, Clock clock) {
    this.remote = NoteRemote.of(address, branch, token);
    this.cacheFolder = cacheFolder.toAbsolutePath().normalize();
    this.clock = clock;
  }

  @Override
  public Collected collect() {
    try (FolderLock lock = FolderLock.on(cacheFolder)) {
      ObjectId tip;
      try {
        tip = remote.tip();
      } catch (NoteRemote.UnavailableException e) {
        return lastState(e.advice());
      }
      return update(tip);
    } catch (IOException e) {
      throw new ProblemException(
          "the cache folder " + cacheFolder + " cannot be written", "Check its permissions.", e);
    }
  }

  /** A cache that a crash or a full disk left damaged is replaced once a clone is complete. */
  private Collected update(ObjectId tip) throws IOException {
    try (NoteClone clone = NoteClone.in(cacheFolder, remote)) {
      return moveTo(tip, clone);
    } catch (GitAPIException | JGitInternalException | IOException damaged) {
      return cloneAnew(tip);
    }
  }

  private Collected cloneAnew(ObjectId tip) throws IOException {
    Path anew = cacheFolder.resolveSibling(cacheFolder.getFileName() + ".new");
    FileUtils.delete(anew.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    try (NoteClone clone = NoteClone.in(anew, remote)) {
      moveTo(tip, clone);
    } catch (GitAPIException | JGitInternalException e) {
      return lastState(
          remote.unavailable("stopped answering while the notes were fetched", e).advice());
    }
    FileUtils.delete(cacheFolder.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    Files.move(anew, cacheFolder);
    return new Collected(cacheFolder, Optional.of(tip.name()), List.of());
  }

  private Collected moveTo(ObjectId tip, NoteClone clone) throws IOException, GitAPIException {
    Optional<NoteClone.State> before = clone.state();
    clone.fetch(tip);
    clone.checkOut(tip);
    List<Problem> problems =
        before.isPresent() && !clone.contains(tip, before.get().commit())
            ? List.of(rewritten(before.get().commit(), tip))
            : List.of();
    clone.remember(new NoteClone.State(tip, clock.instant()));
    return new Collected(cacheFolder, Optional.of(tip.name()), problems);
  }

  private Problem rewritten(ObjectId before, ObjectId tip) {
    return Problem.warning(
        CHECK,
        WHERE,
        "history was rewritten: branch "
            + (remote.branch() + " of the notes went from " + NoteClone.shortId(before))
            + (" to " + NoteClone.shortId(tip) + ", which does not build on it"),
        "Ask whoever pushed with force whether that was meant; what changed must be reviewed"
            + " again.");
  }

  private Collected lastState(ProblemException failure) {
    if (!NoteClone.existsIn(cacheFolder)) {
      throw failure;
    }
    try (NoteClone clone = NoteClone.in(cacheFolder, remote)) {
      Optional<NoteClone.State> last = clone.state();
      if (last.isEmpty()) {
        throw failure;
      }
      clone.checkOut(last.get().commit());
      return new Collected(
          cacheFolder,
          Optional.of(last.get().commit().name()),
          List.of(stale(failure, last.get())));
    } catch (GitAPIException | JGitInternalException | IOException e) {
      failure.addSuppressed(e);
      throw failure;
    }
  }

  private Problem stale(ProblemException failure, NoteClone.State last) {
    return Problem.warning(
        CHECK,
        WHERE,
        failure.getMessage()
            + ("; the notes stay as they were " + Age.between(last.collected(), clock.instant()))
            + (" ago, at " + NoteClone.shortId(last.commit())),
        failure.remedy());
  }
}
