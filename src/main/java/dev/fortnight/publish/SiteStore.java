package dev.fortnight.publish;

import org.eclipse.jgit.lib.ObjectId;

/** How a place that keeps the site stores and reads files and folders, by the ids of git. */
interface SiteStore {

  /** Keeps the bytes of a file. */
  void keep(ObjectId blob, byte[] bytes);

  /** Keeps a folder; everything in it must be there already. */
  void keep(ObjectId tree, Entries entries);

  /** Says how many files and folders are about to be kept. */
  default void expect(int objects) {}

  byte[] read(ObjectId blob);

  /** The size of a file in bytes. */
  long size(ObjectId blob);

  Entries entries(ObjectId tree);

  default Entries.Entry file(byte[] bytes) {
    ObjectId id = GitHash.blob(bytes);
    keep(id, bytes);
    return Entries.Entry.file(id);
  }

  default Entries.Entry folder(Entries entries) {
    ObjectId id = entries.id();
    keep(id, entries);
    return Entries.Entry.folder(id);
  }
}
