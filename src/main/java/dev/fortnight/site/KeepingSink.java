package dev.fortnight.site;

/** Takes the files of a tree into the place of an earlier one. */
interface KeepingSink extends SiteSink {

  /** Leaves a file of the earlier tree as it is, as one that this tree has. */
  void kept(String path);
}
