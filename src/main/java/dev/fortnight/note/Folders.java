package dev.fortnight.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes a folder with all that is in it, without following links. */
final class Folders {

  private Folders() {}

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> contents;
    try (Stream<Path> walk = Files.walk(folder)) {
      contents = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : contents) {
      Files.delete(path);
    }
  }
}
