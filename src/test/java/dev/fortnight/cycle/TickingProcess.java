package dev.fortnight.cycle;

import dev.fortnight.announce.slack.SlackStandIn;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Secret;
import dev.fortnight.store.Database;
import dev.fortnight.store.DatabaseAddress;
import dev.fortnight.store.MortalDatabase;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A machine of a cluster as a process of its own: a heartbeat and the steps of a programme on
 * PostgreSQL. It may stop in the middle of a step and wait there to be killed.
 */
final class TickingProcess implements RefreshListener {

  static final Instant NOW = Instant.parse("2026-11-13T14:30:00Z");
  static final String STOPPED = "stopped";

  private static final Duration TOPICS_EVERY = Duration.ofMinutes(5);

  private final PrintStream out = System.out;
  private final Optional<Step> last;
  private int left;
  private volatile Optional<Thread> inside = Optional.empty();

  private TickingProcess(Optional<Step> last, int statements) {
    this.last = last;
    this.left = statements;
  }

  /**
   * @param arguments the programme's folder, a data folder, the database's address, and the step to
   *     stop in with how many times a statement begins or ends before, or {@code -} and 0
   */
  public static void main(String[] arguments) throws Exception {
    TickingProcess process =
        new TickingProcess(Step.called(arguments[3]), Integer.parseInt(arguments[4]));
    Secret password = new Secret("illustrative");
    Database server =
        Database.open(
            new DatabaseAddress.Server(
                arguments[2], Optional.of("postgres"), Optional.of(password)));
    Database database = new MortalDatabase(server, process::pass).view();
    SlackSecrets secrets = new SlackSecrets(Optional.of(SlackStandIn.TOKEN), Optional.empty());
    Places places =
        Places.of(Path.of(arguments[0]), Path.of(arguments[1]), Optional.empty()).with(secrets);
    Refresh refresh =
        new Refresh(
            places,
            Register.EMPTY,
            database,
            Clock.fixed(NOW, ZoneOffset.UTC),
            Clock.systemUTC(),
            process);
    TopicRefresh topics =
        new TopicRefresh(
            places, database, Clock.systemUTC(), TOPICS_EVERY, refresh::now, report -> {}, process);
    new Heartbeat(server, refresh::ifDue, refresh::now).start();
    Executors.newSingleThreadScheduledExecutor()
        .scheduleWithFixedDelay(topics::ifDue, 0, 1, TimeUnit.SECONDS);
    new CountDownLatch(1).await();
  }

  /** At a statement. */
  private void pass() {
    if (isInside() && --left < 0) {
      stop();
    }
  }

  /** Whether this thread is in the step to stop in. */
  private boolean isInside() {
    return inside.equals(Optional.of(Thread.currentThread()));
  }

  private void stop() {
    out.println(STOPPED);
    out.flush();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void began(Step step) {
    if (last.equals(Optional.of(step))) {
      inside = Optional.of(Thread.currentThread());
    } else if (isInside()) {
      inside = Optional.empty();
    }
  }

  /** A step that has fewer statements is left at its end, before that is known. */
  @Override
  public void ended(Step step) {
    if (isInside()) {
      stop();
    }
  }

  @Override
  public void refreshed(RefreshState state, Duration took) {}

  static Process start(Path programme, Path data, String database, String step, int statements)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(TickingProcess.class.getName());
    command.addAll(
        List.of(programme.toString(), data.toString(), database, step, String.valueOf(statements)));
    File log = new File(data + ".log");
    return new ProcessBuilder(command).redirectError(log).start();
  }
}
