package dev.fortnight.store;

import java.nio.file.Path;

/** The databases that the store's tests run on, each one empty at first. */
public enum TestDatabase {
  H2 {
    @Override
    public DatabaseAddress address(Path folder) {
      return new DatabaseAddress.Embedded(folder);
    }
  },
  POSTGRESQL {
    @Override
    public DatabaseAddress address(Path folder) {
      return TestServer.database(folder);
    }
  };

  /** The database that belongs to a folder: the same for the same folder. */
  public abstract DatabaseAddress address(Path folder);

  public final Database open(Path folder) {
    return Database.open(address(folder));
  }
}
