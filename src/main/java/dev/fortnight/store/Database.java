package dev.fortnight.store;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * The one door to a programme's state, for commands and for the server alike: opens it, migrates
 * it, hands out Jdbi.
 */
public final class Database implements AutoCloseable {

  /** Several processes may share the file; the one that opened it serves the rest on loopback. */
  private static final String OPTIONS = ";WRITE_DELAY=0;AUTO_SERVER=TRUE";

  private final JdbcConnectionPool pool;
  private final Jdbi jdbi;

  private Database(JdbcConnectionPool pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    // values may be personal data, so no message repeats them
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  /**
   * Opens the embedded database in a data folder, which is made when absent.
   *
   * @throws ProblemException if the folder cannot be written or the database not be opened
   */
  public static Database open(Path dataFolder) {
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
    JdbcConnectionPool pool =
        JdbcConnectionPool.create(
            "jdbc:h2:file:" + folder.resolve("fortnight") + OPTIONS, "sa", "");
    try {
      migrate(pool);
    } catch (FlywayException e) {
      pool.dispose();
      throw new ProblemException(
          "the database in " + folder + " cannot be opened",
          "Check that the folder can be written and that no other version of Fortnight uses it.",
          e);
    }
    return new Database(pool);
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  @Override
  public void close() {
    pool.dispose();
  }

  private static void migrate(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/h2")
        .configuration(Map.of("flyway.cleanDisabled", "true"))
        .load()
        .migrate();
  }
}
