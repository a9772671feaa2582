package dev.fortnight.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The databases that the store's tests run on, each one empty at first. */
public enum TestDatabase {
  H2 {
    @Override
    public DatabaseAddress address(Path folder) {
      try {
        Files.createDirectories(folder);
        Files.copy(MigratedFile.PATH, folder.resolve(FILE));
      } catch (FileAlreadyExistsException e) {
        // opened before
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new DatabaseAddress.Embedded(folder);
    }
  },
  POSTGRESQL {
    @Override
    public DatabaseAddress address(Path folder) {
      return TestServer.database(folder);
    }
  };

  private static final String FILE = "fortnight.mv.db";

  /** Made once for all tests of a process: copying is many times quicker than migrating. */
  private static final class MigratedFile {
    static final Path PATH = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory("migrated");
        Database.open(folder).close();
        Path file = folder.resolve(FILE);
        file.toFile().deleteOnExit();
        folder.toFile().deleteOnExit();
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The database that belongs to a folder: the same for the same folder. */
  public abstract DatabaseAddress address(Path folder);

  public final Database open(Path folder) {
    return Database.open(address(folder));
  }
}
