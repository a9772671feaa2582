package dev.fortnight.publish;

import dev.fortnight.problem.ProblemException;
import java.util.Optional;
import java.util.SortedSet;

/** A published site as somebody finds it, with whatever they find there. */
interface ReadableSite extends AutoCloseable {

  String VERSIONS = "versions.json";

  /**
   * @param path relative to the root, known to be plain, see {@link PlainPath}
   * @param limit in bytes
   * @throws ProblemException if the site cannot be read at all
   */
  SiteFile file(String path, int limit);

  /** The paths of all that is there, as far as it is no folder; empty where only asking helps. */
  Optional<SortedSet<String>> paths();

  /** How many files can well be read at once. */
  int connections();

  @Override
  default void close() {}
}
