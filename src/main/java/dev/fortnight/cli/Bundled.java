package dev.fortnight.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Copies what comes in the jar into a folder. */
final class Bundled {

  private Bundled() {}

  /**
   * @param resource an absolute folder of the class path
   * @param isWanted told the path relative to it
   */
  static void copy(String resource, Path folder, Predicate<String> isWanted) throws IOException {
    try {
      URI place = Bundled.class.getResource(resource).toURI();
      if (!place.getScheme().equals("jar")) {
        copy(Path.of(place), folder, isWanted);
        return;
      }
      try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
        copy(jar.getPath(resource), folder, isWanted);
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path has proper addresses", e);
    }
  }

  private static void copy(Path from, Path to, Predicate<String> isWanted) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = from.relativize(path).toString().replace('\\', '/');
        if (Files.isRegularFile(path) && isWanted.test(name)) {
          Path target = to.resolve(name);
          Files.createDirectories(target.getParent());
          Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
