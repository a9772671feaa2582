package dev.fortnight.announce.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.announce.Announcement;
import dev.fortnight.announce.Announcer;
import dev.fortnight.announce.Outbox;
import dev.fortnight.announce.slack.SlackStandIn.Conduct;
import dev.fortnight.cycle.SetClock;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Stops announcing before or after any statement and any request, as a kill does, while Slack
 * misbehaves in all its ways: each edition stands in the channel once, and each part of its thread.
 * By hand: {@code HaltedOutbox FOLDER FIRST COUNT H2|POSTGRESQL}, a seed for each.
 */
final class HaltedOutbox implements AutoCloseable {

  private static final int EDITIONS = 5;
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final SetClock clock = new SetClock("2026-11-13T14:30:00Z");
  private final Database database;
  private final SlackStandIn slack = new SlackStandIn(clock);
  private final Random random;
  private int halts;
  private int misconduct;

  /** Ends an attempt where it is; nothing catches it. */
  private static final class Halted extends Error {}

  HaltedOutbox(Database database, long seed) {
    this.database = database;
    this.random = new Random(seed);
  }

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    long first = Long.parseLong(arguments[1]);
    int halts = 0;
    int misconduct = 0;
    for (long seed = first; seed < first + Long.parseLong(arguments[2]); seed++) {
      Path folder = Path.of(arguments[0], String.valueOf(seed));
      Database database = TestDatabase.valueOf(arguments[3]).open(folder);
      try (HaltedOutbox outbox = new HaltedOutbox(database, seed)) {
        outbox.run();
        halts += outbox.halts;
        misconduct += outbox.misconduct;
      }
    }
    out.println(
        arguments[2]
            + " seeds of "
            + EDITIONS
            + " editions: "
            + halts
            + " halts, "
            + misconduct
            + " requests that went wrong, each edition once");
    System.exit(0);
  }

  /**
   * @throws AssertionError if something is missing at the end, there twice or not in its order
   */
  void run() {
    database.jdbi().setSqlLogger(new HaltingLogger());
    slack.conduct(this::conduct);
    StringBuilder expected = new StringBuilder();
    for (int number = 1; number <= EDITIONS; number++) {
      Announcement edition =
          Told.edition(number, "Edition " + number, "Details " + number, "More " + number);
      announceUntilDone(edition);
      expected.append("Edition %1$d\n  Details %1$d\n  More %1$d\n".formatted(number));
    }

    assertThat(slack.shown()).isEqualTo(expected.toString());
    assertThat(halts).isGreaterThan(EDITIONS);
    assertThat(misconduct).isGreaterThan(EDITIONS);
  }

  @Override
  public void close() {
    slack.close();
    database.close();
  }

  private void announceUntilDone(Announcement edition) {
    boolean isDone = false;
    for (int attempt = 0; !isDone && attempt < 1000; attempt++) {
      isDone = attempt(edition);
      clock.pass(Duration.ofSeconds(random.nextInt(150)));
    }
    assertThat(isDone).isTrue();
  }

  private boolean attempt(Announcement edition) {
    try {
      Announcer announcer =
          new HaltingAnnouncer(new SlackAnnouncer(slack.channel(), SlackStandIn.TOKEN, PATIENCE));
      new Outbox(database, "research")
          .announce(
              edition, Told.TREE, announcer, clock.instant(), clock, Outbox.Asked.BY_THE_CYCLE);
      return true;
    } catch (ProblemException | Halted e) {
      return false;
    }
  }

  private Conduct conduct(String method) {
    int chance = random.nextInt(100);
    if (chance < 60) {
      return Conduct.ANSWERS;
    }
    misconduct++;
    boolean isSlow = chance < 61;
    Conduct[] all = Conduct.values();
    Conduct chosen = all[1 + random.nextInt(all.length - 1)];
    boolean isSilence = chosen.name().endsWith("SILENT");
    return isSilence && !isSlow ? Conduct.ACCEPTS_AND_HANGS_UP : chosen;
  }

  private void maybeHalt() {
    if (random.nextInt(100) < 8) {
      halts++;
      throw new Halted();
    }
  }

  private final class HaltingLogger implements SqlLogger {

    @Override
    public void logBeforeExecution(StatementContext context) {
      maybeHalt();
    }

    @Override
    public void logAfterExecution(StatementContext context) {
      maybeHalt();
    }
  }

  private final class HaltingAnnouncer implements Announcer {

    private final Announcer announcer;

    private HaltingAnnouncer(Announcer announcer) {
      this.announcer = announcer;
    }

    @Override
    public String channel() {
      return announcer.channel();
    }

    @Override
    public boolean hasThreads() {
      return announcer.hasThreads();
    }

    @Override
    public Answer send(Announcement.Message message, Optional<String> below) {
      maybeHalt();
      Answer answer = announcer.send(message, below);
      maybeHalt();
      return answer;
    }

    @Override
    public Answer replace(Announcement.Message message, String place) {
      maybeHalt();
      Answer answer = announcer.replace(message, place);
      maybeHalt();
      return answer;
    }

    @Override
    public Sighting find(Announcement.Message message, Optional<String> below, Instant since) {
      maybeHalt();
      return announcer.find(message, below, since);
    }
  }
}
