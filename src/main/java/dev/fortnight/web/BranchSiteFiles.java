package dev.fortnight.web;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A site in a branch of a bare repository. */
record BranchSiteFiles(Path repository, String ref) implements SiteFiles {

  @Override
  public Found at(SitePath path) throws IOException {
    try (Repository bare =
            new FileRepositoryBuilder().setGitDir(repository.toFile()).setBare().build();
        RevWalk commits = new RevWalk(bare)) {
      ObjectId tip = bare.resolve(ref);
      if (tip == null) {
        return new Found.Nothing();
      }
      RevTree tree = commits.parseCommit(tip).getTree();
      return path.names().isEmpty() ? new Found.Folder() : at(path, bare, tree);
    }
  }

  private static Found at(SitePath path, Repository bare, RevTree tree) throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(bare, path.text(), tree)) {
      if (walk == null) {
        return new Found.Nothing();
      }
      FileMode mode = walk.getFileMode(0);
      if (FileMode.TREE.equals(mode)) {
        return new Found.Folder();
      }
      boolean isFile = FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
      return isFile
          ? new Found.File(bare.open(walk.getObjectId(0)).getBytes())
          : new Found.Nothing();
    }
  }
}
