package dev.fortnight.publish;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of a published branch, written out for somebody to look at. */
public final class PublishedBranch {

  private PublishedBranch() {}

  /**
   * Makes an empty bare repository, unless there is one.
   *
   * @throws ProblemException if it cannot be written
   */
  public static void create(Path repository) {
    try (Repository bare =
        new FileRepositoryBuilder().setGitDir(repository.toFile()).setBare().build()) {
      if (!bare.getObjectDatabase().exists()) {
        bare.create(true);
      }
    } catch (IOException e) {
      throw new ProblemException(
          "the repository " + repository + " cannot be made", "Check its permissions.", e);
    }
  }

  /**
   * @param repository a bare repository on this machine
   * @param folder an empty or absent folder
   */
  public static void writeOut(Path repository, String branch, Path folder) {
    try (Repository bare =
            new FileRepositoryBuilder().setGitDir(repository.toFile()).setBare().build();
        RevWalk commits = new RevWalk(bare);
        TreeWalk walk = new TreeWalk(bare)) {
      ObjectId tip = bare.resolve("refs/heads/" + branch);
      walk.addTree(commits.parseCommit(tip).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        Path file = folder.resolve(walk.getPathString());
        Files.createDirectories(file.getParent());
        Files.write(file, bare.open(walk.getObjectId(0)).getBytes());
      }
    } catch (IOException e) {
      throw new ProblemException(
          "the published site cannot be written to " + folder, "Check its permissions.", e);
    }
  }
}
