package dev.fortnight.cycle;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The right to do work for a programme, which one process has at a time, see decision 31. It ends
 * with the process that has it, and within 30 seconds with its machine.
 */
final class WorkLock implements AutoCloseable {

  /** The server ends a transaction in which nothing happened for 20 seconds. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

  private final JdbiWorkLock row;
  private final ScheduledExecutorService signs =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "fortnight-work-lock");
            thread.setDaemon(true);
            return thread;
          });

  private WorkLock(JdbiWorkLock row) {
    this.row = row;
    long millis = SIGN_OF_LIFE.toMillis();
    signs.scheduleWithFixedDelay(row::isHeld, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** What two processes do not do at once; one may fetch topics while another publishes. */
  enum Work {
    TOPICS,
    CYCLE
  }

  /** Takes it; empty while another process has it. */
  static Optional<WorkLock> take(Database database, String programmeId, Work work) {
    return JdbiWorkLock.take(database.jdbi(), programmeId, work.name()).map(WorkLock::new);
  }

  /**
   * Does something with it.
   *
   * @return whether it was done; another process has it where it was not
   */
  static boolean alone(Database database, String programmeId, Work work, Runnable task) {
    Optional<WorkLock> taken = take(database, programmeId, work);
    try (WorkLock lock = taken.orElse(null)) {
      taken.ifPresent(held -> task.run());
      return lock != null;
    }
  }

  /** Whether nobody has it. */
  static boolean isFree(Database database, String programmeId, Work work) {
    Optional<JdbiWorkLock> row = JdbiWorkLock.take(database.jdbi(), programmeId, work.name());
    row.ifPresent(JdbiWorkLock::close);
    return row.isPresent();
  }

  /**
   * Makes sure of it, before something is done that others can see.
   *
   * @throws ProblemException if it was lost, since this machine slept for example
   */
  void ensure() {
    if (!row.isHeld()) {
      throw new ProblemException(
          "the database was lost in the middle of a run, so another process may be at it",
          "Nothing needs doing: the next refresh goes on with it.");
    }
  }

  @Override
  public void close() {
    signs.shutdown(); // not now: H2 closes a file whose reader is interrupted
    row.close();
  }
}
