package dev.fortnight.publish;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.FS;

/** A published site as the newest commit of a branch has it. */
final class BranchSite implements ReadableSite {

  private final Path folder;
  private final Repository repository;
  private final NavigableMap<String, ObjectId> files = new TreeMap<>();
  private final Map<String, FileMode> modes = new HashMap<>();

  /**
   * The repository itself where a folder is one or has one; empty where it is just a folder. JGit's
   * own search would also take a repository beside it that is named like it.
   */
  static Optional<Path> repositoryIn(Path folder) {
    return Stream.of(folder, folder.resolve(Constants.DOT_GIT))
        .filter(path -> FileKey.isGitRepository(path.toFile(), FS.DETECTED))
        .findFirst();
  }

  /**
   * @param repository bare, or the {@code .git} of another
   * @param branch its name, or the full name of a ref
   */
  BranchSite(Path repository, String branch) {
    this.folder = repository;
    try {
      this.repository =
          new FileRepositoryBuilder().setGitDir(repository.toFile()).setMustExist(true).build();
    } catch (IOException e) {
      throw unreadable(e);
    }
    try (RevWalk commits = new RevWalk(this.repository);
        TreeWalk walk = new TreeWalk(this.repository)) {
      String ref = branch.startsWith("refs/") ? branch : Constants.R_HEADS + branch;
      ObjectId tip = this.repository.resolve(ref);
      if (tip == null) {
        throw new ProblemException(
            "the repository " + repository + " has no branch " + branch,
            "Name the branch that the site is published to with --branch.");
      }
      walk.addTree(commits.parseCommit(tip).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        files.put(walk.getPathString(), walk.getObjectId(0));
        modes.put(walk.getPathString(), walk.getFileMode(0));
      }
    } catch (IOException | IllegalArgumentException e) {
      close();
      throw unreadable(e);
    } catch (ProblemException e) {
      close();
      throw e;
    }
  }

  @Override
  public SiteFile file(String path, int limit) {
    ObjectId id = files.get(path);
    if (id == null) {
      return new SiteFile.Missing();
    }
    FileMode mode = modes.get(path);
    if (!FileMode.REGULAR_FILE.equals(mode) && !FileMode.EXECUTABLE_FILE.equals(mode)) {
      return new SiteFile.NotPlain();
    }
    try {
      ObjectLoader loader = repository.open(id, Constants.OBJ_BLOB);
      return loader.getSize() > limit
          ? new SiteFile.TooLarge()
          : new SiteFile.Content(loader.getBytes(limit));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private ProblemException unreadable(Exception cause) {
    return new ProblemException(
        "the repository " + folder + " cannot be read",
        "Run 'git fsck' there to see what is wrong with it.",
        cause);
  }

  @Override
  public Optional<SortedSet<String>> paths() {
    return Optional.of(Collections.unmodifiableSortedSet(files.navigableKeySet()));
  }

  @Override
  public int connections() {
    return 1;
  }

  @Override
  public void close() {
    repository.close();
  }
}
