package dev.fortnight.site;

import java.util.Collection;

/** Takes the files of a tree, from several threads. */
public interface SiteSink {

  /** Keeps what goes into this tree until all of it may. */
  default HeldFiles hold() {
    return HeldFiles.inMemory();
  }

  /** Says what will come, for whoever notes that before it does. */
  default void expect(Collection<String> paths) {}

  /**
   * @param path relative to the tree's root, with forward slashes
   */
  void file(String path, byte[] bytes);
}
