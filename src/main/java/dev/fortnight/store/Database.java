package dev.fortnight.store;

import dev.fortnight.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * The one door to a programme's state, for commands and for the server alike: opens it, migrates
 * it, hands out Jdbi.
 */
public final class Database implements AutoCloseable {

  private static final int ANSWER_SECONDS = 5;

  private final ConnectionFactory connections;
  private final Runnable closing;
  private final Jdbi jdbi;
  private final boolean isServer;

  Database(ConnectionFactory connections, Runnable closing, boolean isServer) {
    this.isServer = isServer;
    this.connections = connections;
    this.closing = closing;
    this.jdbi = Jdbi.create(connections);
    // values may be personal data, so no message repeats them
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.setStatementBuilderFactory(connection -> new DiscreetStatements());
  }

  /**
   * Opens the embedded database in a data folder, which is made when absent.
   *
   * @throws ProblemException if the folder cannot be written or the database not be opened
   */
  public static Database open(Path dataFolder) {
    return EmbeddedDatabase.open(dataFolder);
  }

  /**
   * Opens the database at an address.
   *
   * @throws ProblemException if it cannot be reached, or not be opened; the same is thrown later by
   *     whatever asks it while it cannot be reached
   */
  public static Database open(DatabaseAddress address) {
    // sealed, but a switch over types needs Java 21: decision 6
    return address instanceof DatabaseAddress.Server server
        ? ServerDatabase.open(server)
        : open(((DatabaseAddress.Embedded) address).folder());
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  /** Whether it is PostgreSQL, for a library that speaks each database's own words. */
  public boolean isServer() {
    return isServer;
  }

  /** A connection for a library that speaks JDBC itself; closing it gives it back. */
  public Connection connection() throws SQLException {
    return connections.openConnection();
  }

  /** Whether it answers. */
  public boolean isReady() {
    try (Handle handle = jdbi.open()) {
      return handle.getConnection().isValid(ANSWER_SECONDS);
    } catch (ProblemException | JdbiException | SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    closing.run();
  }
}
