package dev.fortnight.announce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The outbox in SQL. Each change is one statement and happens only to the version it was made of.
 */
final class JdbiOutboxStore {

  private static final String PROGRAMME = " where programme_id = :programme and channel = :channel";
  private static final String ROW = PROGRAMME + " and edition = :edition and part = :part";

  private final Jdbi jdbi;
  private final String programme;

  JdbiOutboxStore(Jdbi jdbi, String programme) {
    this.jdbi = jdbi;
    this.programme = programme;
  }

  /** Of all editions, each in the order of its parts. */
  List<OutboxRow> rows(String channel) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from announcement_message" + PROGRAMME + " order by edition, part")
                .bind("programme", programme)
                .bind("channel", channel)
                .map((row, context) -> row(row))
                .list());
  }

  Optional<OutboxRow> row(int edition, String channel, int part) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from announcement_message" + ROW)
                .bind("programme", programme)
                .bind("channel", channel)
                .bind("edition", edition)
                .bind("part", part)
                .map((row, context) -> row(row))
                .findOne());
  }

  /** Adds a row, unless another process was faster. */
  void add(OutboxRow row) {
    try {
      jdbi.useHandle(
          handle ->
              bound(
                      handle.createUpdate(
                          "insert into announcement_message (programme_id, edition, channel, part,"
                              + " version, written_at, state, state_since, not_before, place, why,"
                              + " remedy, tree, told, parts) values (:programme, :edition, :channel,"
                              + " :part, :version, :written, :state, :since, :notBefore, :place,"
                              + " :why, :remedy, :tree, :told, :parts)"),
                      row)
                  .execute());
    } catch (UnableToExecuteStatementException e) {
      if (row(row.edition(), row.channel(), row.part()).isEmpty()) {
        throw e;
      }
    }
  }

  /**
   * Changes a row.
   *
   * @return the row as it is now; empty if another process changed it first
   */
  Optional<OutboxRow> put(OutboxRow row) {
    int changed =
        jdbi.withHandle(
            handle ->
                bound(
                        handle.createUpdate(
                            "update announcement_message set version = version + 1, state ="
                                + " :state, state_since = :since, not_before = :notBefore, place ="
                                + " :place, why = :why, remedy = :remedy, tree = :tree, told ="
                                + " :told, parts = :parts"
                                + ROW
                                + " and version = :version"),
                        row)
                    .execute());
    return changed == 1 ? Optional.of(row.next()) : Optional.empty();
  }

  private <T extends SqlStatement<T>> T bound(T statement, OutboxRow row) {
    return StoredDelivery.of(row.delivery())
        .bind(statement)
        .bind("programme", programme)
        .bind("edition", row.edition())
        .bind("channel", row.channel())
        .bind("part", row.part())
        .bind("version", row.version())
        .bind("written", row.writtenAt().toString())
        .bind("tree", row.tree().orElse(null))
        .bind("told", row.told().orElse(null))
        .bind("parts", row.parts().orElse(null));
  }

  private static OutboxRow row(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getInt("edition"),
        row.getString("channel"),
        row.getInt("part"),
        row.getInt("version"),
        Instant.parse(row.getString("written_at")),
        StoredDelivery.of(row).delivery(),
        Optional.ofNullable(row.getString("tree")),
        Optional.ofNullable(row.getString("told")),
        Optional.ofNullable(row.getObject("parts", Integer.class)));
  }
}
