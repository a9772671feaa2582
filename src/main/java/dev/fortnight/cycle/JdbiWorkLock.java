package dev.fortnight.cycle;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** A programme's row, locked on a connection of its own for as long as its transaction is open. */
final class JdbiWorkLock implements AutoCloseable {

  private final Handle handle;
  private boolean isLost;
  private boolean isClosed;

  private JdbiWorkLock(Handle handle) {
    this.handle = handle;
  }

  /** Empty while somebody else has it. */
  static Optional<JdbiWorkLock> take(Jdbi jdbi, String programme) {
    prepare(jdbi, programme);
    Handle handle = jdbi.open();
    boolean isOurs = false;
    try {
      handle.begin();
      isOurs =
          isThere(
              handle,
              "select 1 from cycle_work where programme_id = :programme for update skip locked",
              programme);
    } finally {
      if (!isOurs) {
        release(handle);
      }
    }
    return isOurs ? Optional.of(new JdbiWorkLock(handle)) : Optional.empty();
  }

  /** Makes the row in a transaction of its own. */
  private static void prepare(Jdbi jdbi, String programme) {
    if (isPrepared(jdbi, programme)) {
      return;
    }
    try {
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate("insert into cycle_work (programme_id) values (:programme)")
                  .bind("programme", programme)
                  .execute());
    } catch (UnableToExecuteStatementException e) {
      if (!isPrepared(jdbi, programme)) {
        throw e;
      }
      // another process has just made it
    }
  }

  private static boolean isPrepared(Jdbi jdbi, String programme) {
    return jdbi.withHandle(
        handle ->
            isThere(handle, "select 1 from cycle_work where programme_id = :programme", programme));
  }

  private static boolean isThere(Handle handle, String sql, String programme) {
    return handle
        .createQuery(sql)
        .bind("programme", programme)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Asks the database, which also tells it that somebody is there. Once lost it stays so. */
  synchronized boolean isHeld() {
    if (!isLost && !isClosed) {
      try {
        handle.createQuery("select 1").mapTo(Integer.class).one();
      } catch (JdbiException e) {
        isLost = true; // whoever asks learns of it and says so
      }
    }
    return !isLost && !isClosed;
  }

  @Override
  public synchronized void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try {
      release(handle);
    } catch (JdbiException e) {
      if (!isLost) {
        throw e;
      }
      // there is nothing to let go of any more
    }
  }

  private static void release(Handle handle) {
    try (handle) {
      if (handle.isInTransaction()) {
        handle.rollback();
      }
    }
  }
}
