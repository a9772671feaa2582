package dev.fortnight.site;

/** Takes the files of a tree, from several threads. */
public interface SiteSink {

  /**
   * @param path relative to the tree's root, with forward slashes
   */
  void file(String path, byte[] bytes);
}
