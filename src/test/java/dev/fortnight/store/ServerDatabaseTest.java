package dev.fortnight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerDatabaseTest {

  @Test
  void sessionsEndTransactionsInWhichNothingHappensAndNoticeThatNobodyIsThere() {
    try (Database database = Database.open(TestServer.create());
        Handle handle = database.jdbi().open()) {
      assertThat(setting(handle, "idle_in_transaction_session_timeout")).isEqualTo("20s");
      assertThat(setting(handle, "lock_timeout")).isEqualTo("45s");
      assertThat(setting(handle, "tcp_keepalives_idle")).isEqualTo("10");
      assertThat(setting(handle, "tcp_keepalives_interval")).isEqualTo("5");
      assertThat(setting(handle, "tcp_keepalives_count")).isEqualTo("3");
    }
  }

  private static String setting(Handle handle, String name) {
    return handle.createQuery("show " + name).mapTo(String.class).one();
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThat(advice("jdbc:postgresql://localhost:" + port + "/fortnight?sslmode=disable"))
        .isEqualTo(
            "the database localhost:"
                + port
                + "/fortnight cannot be reached. Check that it runs and that this machine may"
                + " connect to it, and check FORTNIGHT_DATABASE_URL.");
  }

  @Test
  void saysThatNoMachineHasThatName() {
    assertThat(advice("jdbc:postgresql://database.invalid/fortnight"))
        .isEqualTo(
            "the database database.invalid/fortnight cannot be reached. No machine has that name:"
                + " check FORTNIGHT_DATABASE_URL.");
  }

  @Test
  void saysThatThereIsNoSuchDatabase() {
    DatabaseAddress.Server server = TestServer.server("absent", "");

    assertThat(advice(server.url()))
        .isEqualTo(
            "the database "
                + server.place()
                + " does not exist. Make it with 'createdb', or correct FORTNIGHT_DATABASE_URL.");
  }

  @Test
  void saysThatTheUrlCannotBeRead() {
    assertThat(advice("jdbc:postgresql://localhost:port/fortnight"))
        .isEqualTo(
            "the database localhost:port/fortnight cannot be opened. Check FORTNIGHT_DATABASE_URL,"
                + " that no newer version of Fortnight uses the database, and that nobody else has"
                + " changed its tables.");
  }

  @Test
  void saysThatTablesMayNotBeMade() {
    DatabaseAddress.Server server = TestServer.create();
    TestServer.execute("create role reader login");
    TestServer.execute(name(server), "revoke create on schema public from public");

    assertThat(advice(server.url(), "reader"))
        .isEqualTo(
            "the database "
                + server.place()
                + " does not let Fortnight make its tables. Make the user the database's owner, or"
                + " grant it all rights on the schema.");
  }

  @Test
  void statementThatFailsRepeatsNoValue() {
    try (Database database = Database.open(TestServer.create())) {
      insert(database, "sam.zanzibar");

      assertThatThrownBy(() -> insert(database, "sam.zanzibar"))
          .hasStackTraceContaining("topic_sync_pkey")
          .satisfies(e -> assertThat(trace(e)).doesNotContainIgnoringCase("zanzibar"));
      assertThatThrownBy(() -> insert(database, "zanzibar".repeat(20)))
          .hasStackTraceContaining("22001") // too long
          .satisfies(e -> assertThat(trace(e)).doesNotContainIgnoringCase("zanzibar"));
    }
  }

  private static void insert(Database database, String programme) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate("insert into topic_sync values (:programme, 'then')")
                    .bind("programme", programme)
                    .execute());
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void lostConnectionsAreReplacedAndSaidWhenThatFails() {
    DatabaseAddress.Server server = TestServer.create();
    String name = name(server);
    try (Database database = Database.open(server)) {
      assertThat(database.isReady()).isTrue();
      TestServer.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
      assertThat(database.isReady()).isTrue();

      TestServer.execute("drop database " + name + " with (force)");

      assertThat(database.isReady()).isFalse();
      assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute("select 1")))
          .isInstanceOf(ProblemException.class)
          .hasMessage("the database " + server.place() + " does not exist");
    }
  }

  private static String name(DatabaseAddress.Server server) {
    return server.place().replaceAll(".*/", "");
  }

  private static String advice(String url) {
    return advice(url, "postgres");
  }

  private static String advice(String url, String user) {
    DatabaseAddress.Server server =
        new DatabaseAddress.Server(url, Optional.of(user), Optional.of(new Secret("hush-hush")));
    try (Database database = Database.open(server)) {
      throw new AssertionError("opened " + database);
    } catch (ProblemException e) {
      return e.advice();
    }
  }
}
