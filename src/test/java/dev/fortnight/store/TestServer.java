package dev.fortnight.store;

import dev.fortnight.problem.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of a process, on a free port; it goes when the process ends. */
public final class TestServer {

  /** Any will do: it trusts whoever comes over the loopback interface. */
  private static final Secret PASSWORD = new Secret("illustrative");

  private static final Map<Path, DatabaseAddress.Server> DATABASES = new ConcurrentHashMap<>();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestServer() {}

  private static final class Holder {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start(); // ends in a shutdown hook of its own
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The database of a folder, made when it is asked for first. */
  static DatabaseAddress.Server database(Path folder) {
    return DATABASES.computeIfAbsent(folder.toAbsolutePath(), key -> migrated());
  }

  private static DatabaseAddress.Server migrated() {
    String name = "test_" + COUNT.incrementAndGet();
    execute("create database " + name + " template " + Template.NAME);
    return server(name, "");
  }

  /** Migrated once for all tests of a process. */
  private static final class Template {
    static final String NAME = make();

    private static String make() {
      DatabaseAddress.Server server = create();
      Database.open(server).close();
      return server.place().replaceAll(".*/", "");
    }
  }

  /** A new, empty database. */
  public static DatabaseAddress.Server create() {
    String name = "test_" + COUNT.incrementAndGet();
    execute("create database " + name);
    return server(name, "");
  }

  /**
   * @param options of the URL, with their question mark
   */
  static DatabaseAddress.Server server(String name, String options) {
    return new DatabaseAddress.Server(
        "jdbc:postgresql://localhost:" + Holder.POSTGRES.getPort() + "/" + name + options,
        Optional.of("postgres"),
        Optional.of(PASSWORD));
  }

  /** Runs a statement beside all databases of tests. */
  static void execute(String sql) {
    execute("postgres", sql);
  }

  /** Runs a statement in a database. */
  static void execute(String name, String sql) {
    try (Connection connection = Holder.POSTGRES.getDatabase("postgres", name).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
