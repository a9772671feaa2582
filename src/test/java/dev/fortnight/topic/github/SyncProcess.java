package dev.fortnight.topic.github;

import dev.fortnight.problem.Secret;
import dev.fortnight.programme.Programme;
import dev.fortnight.store.Database;
import dev.fortnight.store.DatabaseAddress;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** A process of its own that takes webhooks and syncs, and is halted on the way as by kill -9. */
public final class SyncProcess {

  private static final int HALTED = 9;

  private final URI api;
  private final DatabaseAddress database;
  private final List<String> repositories;
  private boolean withSweep;
  private Instant now = Instant.parse("2026-11-02T12:00:00Z");
  private List<Delivery> deliveries = List.of();

  /** Which page or statement is its last; 0 for none. */
  private int lastPage;

  private int lastStatement;

  SyncProcess(URI api, DatabaseAddress database, List<String> repositories) {
    this.api = api;
    this.database = database;
    this.repositories = repositories;
  }

  SyncProcess withSweep(boolean given) {
    withSweep = given;
    return this;
  }

  SyncProcess at(Instant given) {
    now = given;
    return this;
  }

  SyncProcess taking(List<Delivery> given) {
    deliveries = given;
    return this;
  }

  SyncProcess haltedAfterPage(int page) {
    lastPage = page;
    return this;
  }

  SyncProcess haltedBeforeStatement(int statement) {
    lastStatement = statement;
    return this;
  }

  /**
   * @param log takes what it prints
   */
  Process start(File log) {
    boolean isServer = database instanceof DatabaseAddress.Server;
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SyncProcess.class.getName(),
                api.toString(),
                isServer ? "" : ((DatabaseAddress.Embedded) database).folder().toString(),
                String.join(",", repositories),
                now.toString(),
                String.valueOf(withSweep),
                String.valueOf(lastPage),
                String.valueOf(lastStatement)));
    deliveries.forEach(
        delivery ->
            command.add(
                delivery.id() + " " + delivery.repository() + " " + delivery.gone().orElse(0)));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    if (database instanceof DatabaseAddress.Server server) {
      Map<String, String> environment = builder.environment();
      environment.put(DatabaseAddress.URL, server.url());
      server.user().ifPresent(user -> environment.put(DatabaseAddress.USER, user));
      server.password().ifPresent(it -> environment.put(DatabaseAddress.PASSWORD, it.reveal()));
    }
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it was halted; otherwise it came to its end. */
  static boolean wasHalted(Process process, File log) throws InterruptedException {
    int status = process.waitFor();
    boolean isHalted = status == HALTED || status == 128 + HALTED;
    if (!isHalted && status != 0) {
      throw new IllegalStateException("status " + status + ", see " + log);
    }
    return isHalted;
  }

  /**
   * @param arguments as {@link #start} writes them
   */
  public static void main(String[] arguments) {
    AtomicInteger pages = new AtomicInteger(Integer.parseInt(arguments[5]));
    Programme.Backlog.GitHub backlog =
        new Programme.Backlog.GitHub(
            List.of(arguments[2].split(",")), Optional.of("research"), URI.create(arguments[0]));
    Clock clock = Clock.fixed(Instant.parse(arguments[3]), ZoneOffset.UTC);
    try (Database database =
        Database.open(DatabaseAddress.of(Path.of(arguments[1]), System.getenv()))) {
      database.jdbi().setSqlLogger(halt(new AtomicInteger(Integer.parseInt(arguments[6]))));
      List<Delivery> deliveries =
          Arrays.stream(arguments).skip(7).map(SyncProcess::delivery).toList();
      Deliveries.in(database, SyncedProgramme.ID, clock).take(deliveries);
      new GitHubSync(
              backlog,
              GitHubCredentials.personal(Optional.of(new Secret(SyncedProgramme.TOKEN))),
              database,
              clock,
              (repository, requests) -> countDown(pages),
              Duration.ofSeconds(5))
          .sync(SyncedProgramme.ID, Boolean.parseBoolean(arguments[4]));
    }
  }

  private static Delivery delivery(String text) {
    String[] parts = text.split(" ");
    return new Delivery(parts[0], parts[1], OptionalInt.of(Integer.parseInt(parts[2])));
  }

  private static SqlLogger halt(AtomicInteger statements) {
    return new SqlLogger() {
      @Override
      public void logBeforeExecution(StatementContext context) {
        countDown(statements);
      }
    };
  }

  private static void countDown(AtomicInteger left) {
    if (left.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(HALTED);
    }
  }
}
