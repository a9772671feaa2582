package dev.fortnight.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Counts what a publication changed. */
public final class ChangedFiles {

  private ChangedFiles() {}

  /**
   * How many files a commit adds, changes or removes; empty where the copy does not have it.
   *
   * @param repository a bare repository on this machine
   */
  public static OptionalInt in(Path repository, String commit) {
    try (Repository bare =
            new FileRepositoryBuilder().setGitDir(repository.toFile()).setBare().build();
        RevWalk commits = new RevWalk(bare);
        TreeWalk walk = new TreeWalk(bare)) {
      RevCommit after = commits.parseCommit(ObjectId.fromString(commit));
      if (after.getParentCount() == 0) {
        walk.addTree(new EmptyTreeIterator());
      } else {
        walk.addTree(commits.parseCommit(after.getParent(0)).getTree());
      }
      walk.addTree(after.getTree());
      walk.setRecursive(true);
      walk.setFilter(TreeFilter.ANY_DIFF);
      int count = 0;
      while (walk.next()) {
        count++;
      }
      return OptionalInt.of(count);
    } catch (IOException | IllegalArgumentException e) {
      return OptionalInt.empty();
    }
  }
}
