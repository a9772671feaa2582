package dev.fortnight.store;

import dev.fortnight.problem.ProblemException;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.h2.Driver;

/** Opens H2 in a folder. */
final class EmbeddedDatabase {

  /** H2 writes what it refuses into a file of its own, values included. */
  private static final String WITHOUT_LOG = ";TRACE_LEVEL_FILE=0";

  /** Several processes may share the file; the one that opened it serves the rest on loopback. */
  private static final String OPTIONS = ";WRITE_DELAY=0;AUTO_SERVER=TRUE" + WITHOUT_LOG;

  /**
   * Opens its file again when it was closed: Java closes it when a thread that uses it is
   * interrupted.
   */
  private static final String FILE = "jdbc:h2:retry:";

  private EmbeddedDatabase() {}

  static Database open(Path dataFolder) {
    System.setProperty("h2.bindAddress", "127.0.0.1");
    Path folder = dataFolder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ProblemException(
          "the data folder " + folder + " cannot be made",
          "Name a folder that can be written with --data or FORTNIGHT_DATA.",
          e);
    }
    try {
      return migrated(pool(FILE + folder.resolve("fortnight") + OPTIONS));
    } catch (FlywayException | SQLException e) {
      throw new ProblemException(
          "the database in " + folder + " cannot be opened",
          "Check that the folder can be written and that no other version of Fortnight uses it.",
          e);
    }
  }

  private static Database migrated(AgroalDataSource pool) throws SQLException {
    try {
      Migrations.run("h2", pool, "");
      return new Database(pool::getConnection, pool::close, false);
    } catch (FlywayException | SQLException e) {
      pool.close();
      throw e;
    }
  }

  /**
   * H2's own pool rolls back whenever a connection is taken and given back, and H2 writes its file
   * then, so that whoever only reads waits for those who write.
   */
  private static AgroalDataSource pool(String url) throws SQLException {
    return AgroalDataSource.from(
        ConnectionPool.of(
            factory ->
                factory
                    .connectionProviderClass(Driver.class)
                    .jdbcUrl(url)
                    .principal(new NamePrincipal("sa"))
                    .credential(new SimplePassword("")),
            pool -> pool));
  }
}
