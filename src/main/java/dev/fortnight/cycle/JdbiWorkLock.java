package dev.fortnight.cycle;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** A programme's row, locked on a connection of its own for as long as its transaction is open. */
final class JdbiWorkLock implements AutoCloseable {

  private static final String ROW =
      "select 1 from cycle_work where programme_id = :programme and work = :work";

  private final Handle handle;
  private boolean isLost;
  private boolean isClosed;

  private JdbiWorkLock(Handle handle) {
    this.handle = handle;
  }

  /** Empty while somebody else has it. */
  static Optional<JdbiWorkLock> take(Jdbi jdbi, String programme, String work) {
    prepare(jdbi, programme, work);
    Handle handle = jdbi.open();
    boolean isOurs = false;
    try {
      handle.begin();
      isOurs = isThere(handle, ROW + " for update skip locked", programme, work);
    } finally {
      if (!isOurs) {
        release(handle);
      }
    }
    return isOurs ? Optional.of(new JdbiWorkLock(handle)) : Optional.empty();
  }

  /** Makes the row in a transaction of its own. */
  private static void prepare(Jdbi jdbi, String programme, String work) {
    if (isPrepared(jdbi, programme, work)) {
      return;
    }
    try {
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate(
                      "insert into cycle_work (programme_id, work) values (:programme, :work)")
                  .bind("programme", programme)
                  .bind("work", work)
                  .execute());
    } catch (UnableToExecuteStatementException e) {
      if (!isPrepared(jdbi, programme, work)) {
        throw e;
      }
      // another process has just made it
    }
  }

  private static boolean isPrepared(Jdbi jdbi, String programme, String work) {
    return jdbi.withHandle(handle -> isThere(handle, ROW, programme, work));
  }

  private static boolean isThere(Handle handle, String sql, String programme, String work) {
    return handle
        .createQuery(sql)
        .bind("programme", programme)
        .bind("work", work)
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
