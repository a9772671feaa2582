package dev.fortnight.topic.github;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** What is known of a programme's syncs as a whole. */
final class JdbiSyncStore {

  /**
   * @param limitsHit how often in a row GitHub's limit was reached without a word on how long
   */
  record SyncState(Optional<Instant> resumeAt, int limitsHit, Optional<Instant> sweptAt) {

    static final SyncState START = new SyncState(Optional.empty(), 0, Optional.empty());
  }

  private final Jdbi jdbi;
  private final String programme;

  JdbiSyncStore(Jdbi jdbi, String programme) {
    this.jdbi = jdbi;
    this.programme = programme;
  }

  SyncState state() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select resume_at, limits_hit, swept_at from github_sync"
                        + " where programme_id = :programme")
                .bind("programme", programme)
                .map(
                    (row, context) ->
                        new SyncState(
                            Optional.ofNullable(row.getString("resume_at")).map(Instant::parse),
                            row.getInt("limits_hit"),
                            Optional.ofNullable(row.getString("swept_at")).map(Instant::parse)))
                .findOne()
                .orElse(SyncState.START));
  }

  void put(SyncState state) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate("delete from github_sync where programme_id = :programme")
              .bind("programme", programme)
              .execute();
          handle
              .createUpdate(
                  "insert into github_sync (programme_id, resume_at, limits_hit, swept_at)"
                      + " values (:programme, :resumeAt, :limitsHit, :sweptAt)")
              .bind("programme", programme)
              .bind("resumeAt", state.resumeAt().map(Instant::toString).orElse(null))
              .bind("limitsHit", state.limitsHit())
              .bind("sweptAt", state.sweptAt().map(Instant::toString).orElse(null))
              .execute();
        });
  }

  /**
   * Takes the programme's row in the transaction of a handle, which lets it go with its end,
   * however that comes.
   *
   * @return whether nobody else has it
   */
  boolean lock(Handle handle) {
    makeRow();
    return handle
        .createQuery(
            "select programme_id from github_sync_lock where programme_id = :programme"
                + " for update skip locked")
        .bind("programme", programme)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  private void makeRow() {
    if (hasRow()) {
      return;
    }
    try {
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate("insert into github_sync_lock values (:programme)")
                  .bind("programme", programme)
                  .execute());
    } catch (UnableToExecuteStatementException e) {
      if (!hasRow()) {
        throw e; // not because another process was quicker
      }
    }
  }

  private boolean hasRow() {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery(
                        "select count(*) from github_sync_lock where programme_id = :programme")
                    .bind("programme", programme)
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }
}
