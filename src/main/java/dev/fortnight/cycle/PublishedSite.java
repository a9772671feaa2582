package dev.fortnight.cycle;

import java.nio.file.Path;

/** Where the published site can be read on this machine. */
public sealed interface PublishedSite {

  /** A folder of files. */
  record Folder(Path path) implements PublishedSite {}

  /**
   * The newest commit of a branch.
   *
   * @param repository a bare repository
   * @param ref the branch's full name in it
   */
  record Branch(Path repository, String ref) implements PublishedSite {}
}
