package dev.fortnight.publish;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All paths of a site, as far as it tells them. */
record Listing(SortedSet<String> paths) {

  static Listing of(Optional<SortedSet<String>> paths) {
    return new Listing(paths.orElseGet(TreeSet::new));
  }

  /** The paths under a folder, relative to it. */
  Stream<String> under(String folder) {
    return paths.tailSet(folder).stream()
        .takeWhile(path -> path.startsWith(folder))
        .map(path -> path.substring(folder.length()));
  }
}
