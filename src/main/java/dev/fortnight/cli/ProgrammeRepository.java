package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The git repository whose working tree holds a programme. */
final class ProgrammeRepository implements AutoCloseable {

  private final Repository git;
  private final Path workTree;
  private final Path programme;

  private ProgrammeRepository(Repository git, Path workTree, Path programme) {
    this.git = git;
    this.workTree = workTree;
    this.programme = programme;
  }

  /**
   * Finds it. While git makes a commit it can use another index than the usual one, which it names
   * in {@code GIT_INDEX_FILE}.
   *
   * @return empty where the programme is in no working tree
   */
  static Optional<ProgrammeRepository> of(Path folder, Map<String, String> environment) {
    try {
      Path programme = folder.toRealPath();
      Optional<Path> workTree = workTree(programme);
      if (workTree.isEmpty()) {
        return Optional.empty();
      }
      FileRepositoryBuilder builder =
          new FileRepositoryBuilder()
              .findGitDir(workTree.get().toFile())
              .setWorkTree(workTree.get().toFile())
              .setMustExist(true);
      if (builder.getGitDir() == null) {
        return Optional.empty();
      }
      index(builder.getGitDir().toPath(), environment)
          .ifPresent(index -> builder.setIndexFile(index.toFile()));
      return Optional.of(new ProgrammeRepository(builder.build(), workTree.get(), programme));
    } catch (IOException | IllegalArgumentException e) {
      throw new ProblemException(
          "the git repository of " + folder + " cannot be read", "Try 'git status' there.", e);
    }
  }

  /** A linked working tree and a submodule have a file {@code .git}, not a folder. */
  private static Optional<Path> workTree(Path programme) {
    for (Path at = programme; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** The variable is about the repository that git is at work in, which may be another one. */
  private static Optional<Path> index(Path gitFolder, Map<String, String> environment)
      throws IOException {
    String index = environment.getOrDefault("GIT_INDEX_FILE", "");
    String working = environment.getOrDefault("GIT_DIR", "");
    boolean isOurs = working.isEmpty() || isSame(Path.of(working), gitFolder);
    return index.isEmpty() || !isOurs
        ? Optional.empty()
        : Optional.of(Path.of(index).toAbsolutePath());
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(one) && one.toRealPath().equals(other.toRealPath());
  }

  Repository git() {
    return git;
  }

  /** The root of the working tree. */
  Path workTree() {
    return workTree;
  }

  /** The programme's folder. */
  Path programme() {
    return programme;
  }

  /** A file of the programme as git names it. */
  String path(String file) {
    String prefix = workTree.relativize(programme).toString().replace('\\', '/');
    return prefix.isEmpty() ? file : prefix + "/" + file;
  }

  /** A file as the programme names it. */
  String file(String path) {
    return path.substring(path("").length());
  }

  @Override
  public void close() {
    git.close();
  }
}
