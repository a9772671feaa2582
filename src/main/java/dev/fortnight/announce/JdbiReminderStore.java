package dev.fortnight.announce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Reminders in SQL, changed as {@link JdbiOutboxStore} changes its rows. */
final class JdbiReminderStore {

  private static final String ROW =
      " where programme_id = :programme and sprint = :sprint and moment = :moment"
          + " and recipient = :recipient";

  private final Jdbi jdbi;
  private final String programme;

  JdbiReminderStore(Jdbi jdbi, String programme) {
    this.jdbi = jdbi;
    this.programme = programme;
  }

  Optional<ReminderRow> row(Reminder reminder) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from reminder" + ROW)
                .bind("programme", programme)
                .bind("sprint", reminder.sprint())
                .bind("moment", reminder.moment())
                .bind("recipient", reminder.recipient())
                .map((row, context) -> row(row))
                .findOne());
  }

  /** Adds the row of a reminder, unless another process was faster. */
  void add(Reminder reminder, Instant now) {
    ReminderRow row =
        new ReminderRow(
            reminder.sprint(),
            reminder.moment(),
            reminder.recipient(),
            0,
            new Delivery.Waiting(now, ""));
    try {
      jdbi.useHandle(
          handle ->
              bound(
                      handle.createUpdate(
                          "insert into reminder (programme_id, sprint, moment, recipient, version,"
                              + " state, state_since, not_before, place, why, remedy) values"
                              + " (:programme, :sprint, :moment, :recipient, :version, :state,"
                              + " :since, :notBefore, :place, :why, :remedy)"),
                      row)
                  .execute());
    } catch (UnableToExecuteStatementException e) {
      if (row(reminder).isEmpty()) {
        throw e;
      }
    }
  }

  /**
   * Changes a row.
   *
   * @return the row as it is now; empty if another process changed it first
   */
  Optional<ReminderRow> put(ReminderRow row) {
    int changed =
        jdbi.withHandle(
            handle ->
                bound(
                        handle.createUpdate(
                            "update reminder set version = version + 1, state = :state,"
                                + " state_since = :since, not_before = :notBefore, place = :place,"
                                + " why = :why, remedy = :remedy"
                                + ROW
                                + " and version = :version"),
                        row)
                    .execute());
    return changed == 1 ? Optional.of(row.next()) : Optional.empty();
  }

  private <T extends SqlStatement<T>> T bound(T statement, ReminderRow row) {
    return StoredDelivery.of(row.delivery())
        .bind(statement)
        .bind("programme", programme)
        .bind("sprint", row.sprint())
        .bind("moment", row.moment())
        .bind("recipient", row.recipient())
        .bind("version", row.version());
  }

  private static ReminderRow row(ResultSet row) throws SQLException {
    return new ReminderRow(
        row.getInt("sprint"),
        row.getString("moment"),
        row.getString("recipient"),
        row.getInt("version"),
        StoredDelivery.of(row).delivery());
  }
}
