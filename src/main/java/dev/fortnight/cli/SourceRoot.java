package dev.fortnight.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What files are named relative to for whoever shows them in place: the root of the working tree,
 * or the programme's folder where that is in none.
 *
 * @param root the folder that they open
 * @param folder the programme's folder
 */
record SourceRoot(Path root, Path folder) {

  /**
   * @param folder the programme's folder
   */
  static SourceRoot of(Path folder) {
    try (ProgrammeRepository repository =
        ProgrammeRepository.of(folder, System.getenv()).orElse(null)) {
      return repository == null
          ? new SourceRoot(folder, folder)
          : new SourceRoot(repository.workTree(), repository.programme());
    }
  }

  /**
   * A problem's file as seen from the root; empty for what is no file, has a name that is not
   * shown, or lies outside.
   */
  Optional<String> file(String file) {
    if (isTopic(file) || HiddenName.folder(file).isPresent()) {
      return Optional.empty();
    }
    Path path = file.startsWith("research/") ? folder.resolve(file) : Path.of(file);
    return inside(path.toAbsolutePath().normalize());
  }

  /** The folder of a file whose own name is not shown. */
  Optional<String> folderOf(String file) {
    return HiddenName.folder(file)
        .flatMap(name -> inside(folder.resolve(name)))
        .map(path -> path + "/");
  }

  private Optional<String> inside(Path path) {
    return path.startsWith(root)
        ? Optional.of(root.relativize(path).toString().replace('\\', '/'))
        : Optional.empty();
  }

  /** Issues are named {@code topic 4}, or by their repository and number. */
  static boolean isTopic(String file) {
    return file.startsWith("topic ") || file.matches("(?!research/)[^/]+/[^/]+#\\d+");
  }
}
