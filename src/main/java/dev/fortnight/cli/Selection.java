package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a programme that somebody asks about. */
final class Selection {

  private final List<Path> chosen = new ArrayList<>();

  /** Says why a path cannot be asked about. */
  static final class UnknownPathException extends Exception {

    UnknownPathException(String message) {
      super(message);
    }
  }

  /**
   * @param paths files or folders, relative to where the command runs or to the programme's folder;
   *     none means all
   * @param folder the programme's folder
   */
  Selection(List<Path> paths, Path folder) throws UnknownPathException {
    for (Path path : paths) {
      chosen.add(inside(path, folder));
    }
  }

  private static Path inside(Path path, Path folder) throws UnknownPathException {
    List<Path> there = new ArrayList<>();
    for (Path place : List.of(path.toAbsolutePath(), folder.resolve(path))) {
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        there.add(place.normalize());
      }
    }
    if (there.isEmpty()) {
      throw new UnknownPathException("There is no '" + path + "'.");
    }
    for (Path place : there) {
      Optional<Path> relative = relative(place, folder);
      if (relative.isPresent()) {
        return relative.get();
      }
    }
    throw new UnknownPathException("'" + path + "' is not in the programme's folder.");
  }

  /** One folder can have two names, where one of them is a symbolic link. */
  private static Optional<Path> relative(Path place, Path folder) {
    if (place.startsWith(folder)) {
      return Optional.of(folder.relativize(place));
    }
    try {
      Path real = Files.exists(place) ? place.toRealPath() : place;
      Path realFolder = folder.toRealPath();
      return real.startsWith(realFolder)
          ? Optional.of(realFolder.relativize(real))
          : Optional.empty();
    } catch (IOException e) {
      throw new ProblemException(place + " cannot be read", "Check its permissions.", e);
    }
  }

  /**
   * @param file as problems name it
   */
  boolean includes(String file) {
    return chosen.isEmpty() || chosen.stream().anyMatch(path -> includes(path, file));
  }

  private static boolean includes(Path path, String file) {
    String name = path.toString().replace('\\', '/');
    return name.isEmpty() || file.equals(name) || file.startsWith(name + "/");
  }
}
