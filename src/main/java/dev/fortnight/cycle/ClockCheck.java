package dev.fortnight.cycle;

import dev.fortnight.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells whether a machine's clock can be trusted with a schedule that others share: it may not be
 * more than five seconds off the database's. The programme's time, which may be fixed for a
 * demonstration, is not looked at.
 */
public final class ClockCheck {

  private static final Duration TOLERATED = Duration.ofSeconds(5);

  private final Supplier<Instant> database;
  private final Clock machine;

  public ClockCheck(Database database, Clock machine) {
    this(new JdbiDatabaseClock(database.jdbi())::now, machine);
  }

  ClockCheck(Supplier<Instant> database, Clock machine) {
    this.database = database;
    this.machine = machine;
  }

  /** Why this machine schedules nothing; empty where its clock is right. */
  public Optional<String> refusal() {
    Instant before = machine.instant();
    Instant there = database.get();
    Instant after = machine.instant();
    boolean isRight =
        !there.isBefore(before.minus(TOLERATED)) && !there.isAfter(after.plus(TOLERATED));
    if (isRight) {
      return Optional.empty();
    }
    long seconds = Duration.between(there, before).toSeconds();
    return Optional.of(
        "this machine's clock is "
            + Math.abs(seconds)
            + " seconds "
            + (seconds > 0 ? "ahead of" : "behind")
            + " the database's, so it schedules nothing. Set it by a time server");
  }
}
