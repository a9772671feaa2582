package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.ProgrammeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hook through which git asks Fortnight before each commit. */
final class PreCommitHook {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/-]+");

  private final ProgrammeRepository repository;
  private final String programme;
  private final String line;

  /** Whether it had to be written. */
  enum Outcome {
    INSTALLED,
    THERE_ALREADY
  }

  PreCommitHook(ProgrammeRepository repository) {
    this.repository = repository;
    String path = repository.path("");
    String folder = path.isEmpty() ? "." : path.substring(0, path.length() - 1);
    if (folder.chars().anyMatch(Character::isISOControl)) {
      throw new ProblemException(
          "the path of the programme's folder has a line break or the like in it",
          "Rename the folder.");
    }
    this.programme = path + ProgrammeReader.FILE;
    this.line = "fortnight check --staged --programme=" + quoted(folder) + " || exit 1";
  }

  /** A word that the shell takes as it is. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** The file that git runs. */
  Path file() {
    return folder().resolve("pre-commit");
  }

  /**
   * Writes the hook, unless there is one that asks Fortnight already.
   *
   * @throws ProblemException if another hook stands there
   */
  Outcome install() {
    Path file = file();
    try {
      Files.createDirectories(file.getParent());
      boolean isThere = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      if (isThere && !asks(file)) {
        throw new ProblemException(
            "there is a hook of somebody else at " + file + ", which stays as it is",
            "Add this line to it: " + line);
      }
      if (!isThere) {
        Files.writeString(file, text(), StandardOpenOption.CREATE_NEW);
      }
      if (isThere && Files.isExecutable(file)) {
        return Outcome.THERE_ALREADY;
      }
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      return Outcome.INSTALLED;
    } catch (IOException e) {
      throw new ProblemException(
          "the hook " + file + " cannot be written", "Check the permissions of its folder.", e);
    }
  }

  private boolean asks(Path file) throws IOException {
    return Files.isRegularFile(file) && Files.readString(file).lines().anyMatch(line::equals);
  }

  /**
   * A guard that lets a commit through unseen would be none, so it stops where it cannot look. A
   * branch without the programme, such as that of the site, has nothing to look at.
   */
  private String text() {
    return """
        #!/bin/sh
        # Fortnight checks the notes of each commit. 'fortnight new hook' wrote this.
        # To commit without the check: git commit --no-verify
        programme=%s
        [ -e "$programme" ] || git cat-file -e ":0:$programme" 2>/dev/null || exit 0
        if ! command -v fortnight >/dev/null 2>&1; then
          echo "This commit was stopped, because its notes cannot be checked: there is no command" >&2
          echo "'fortnight'. Put it on the PATH, or commit unchecked with 'git commit --no-verify'." >&2
          exit 1
        fi
        """
            .formatted(quoted(programme))
        + line
        + "\n";
  }

  private Path folder() {
    Optional<String> configured =
        Optional.ofNullable(repository.git().getConfig().getString("core", null, "hooksPath"));
    if (configured.isEmpty()) {
      return repository.git().getCommonDirectory().toPath().resolve("hooks");
    }
    Path folder = repository.workTree().resolve(configured.get()).normalize();
    boolean isHome = configured.get().startsWith("~");
    if (isHome || !isOurs(folder)) {
      throw new ProblemException(
          "git takes its hooks from '"
              + configured.get()
              + "' (core.hooksPath), which is outside this repository and may serve others too",
          "Add this line to the file 'pre-commit' there: " + line);
    }
    return folder;
  }

  /** Links out of the repository lead elsewhere, whatever the path says. */
  private boolean isOurs(Path folder) {
    try {
      Path there = folder;
      while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
        there = there.getParent();
      }
      Path real = there.toRealPath();
      return real.startsWith(repository.workTree())
          || real.startsWith(repository.git().getCommonDirectory().toPath().toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
