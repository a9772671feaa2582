package dev.fortnight.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** {@link PublicationStore} on SQL. */
final class JdbiPublicationStore implements PublicationStore {

  private static final String HERE = " where programme_id = :programme and place = :place";

  private final Jdbi jdbi;
  private final String programme;
  private final String place;

  JdbiPublicationStore(Jdbi jdbi, String programme, String place) {
    this.jdbi = jdbi;
    this.programme = programme;
    this.place = place;
  }

  @Override
  public List<PublicationRecord> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from publication" + HERE + " order by tree")
                .bind("programme", programme)
                .bind("place", place)
                .map((row, context) -> record(row))
                .list());
  }

  @Override
  public Optional<PublicationRecord> of(String tree) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from publication" + HERE + " and tree = :tree")
                .bind("programme", programme)
                .bind("place", place)
                .bind("tree", tree)
                .map((row, context) -> record(row))
                .findOne());
  }

  private static PublicationRecord record(ResultSet row) throws SQLException {
    return new PublicationRecord(
        row.getString("tree"),
        row.getString("hash"),
        row.getString("commit_id"),
        row.getString("versions_hash"),
        Instant.parse(row.getString("pushed_at")),
        Optional.ofNullable(row.getString("live_at")).map(Instant::parse));
  }

  @Override
  public void put(PublicationRecord record) {
    if (update(record) == 0) {
      try {
        insert(record);
      } catch (UnableToExecuteStatementException e) {
        // another process may have been faster; where it was something else this fails again
        if (update(record) == 0) {
          throw e;
        }
      }
    }
  }

  private int update(PublicationRecord record) {
    return executed(
        "update publication set hash = :hash, commit_id = :commit, versions_hash = :versions,"
            + " pushed_at = :pushed, live_at = :live"
            + HERE
            + " and tree = :tree",
        record);
  }

  private void insert(PublicationRecord record) {
    executed(
        "insert into publication (programme_id, place, tree, hash, commit_id, versions_hash,"
            + " pushed_at, live_at) values (:programme, :place, :tree, :hash, :commit, :versions,"
            + " :pushed, :live)",
        record);
  }

  private int executed(String sql, PublicationRecord record) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(sql)
                .bind("programme", programme)
                .bind("place", place)
                .bind("tree", record.tree())
                .bind("hash", record.hash())
                .bind("commit", record.commit())
                .bind("versions", record.versions())
                .bind("pushed", record.pushedAt().toString())
                .bind("live", record.liveAt().map(Instant::toString).orElse(null))
                .execute());
  }

  @Override
  public void live(Set<PublicationRecord> records, Instant at) {
    jdbi.useTransaction(
        handle ->
            records.forEach(
                record ->
                    handle
                        .createUpdate(
                            "update publication set live_at = :at"
                                + HERE
                                + " and tree = :tree and hash = :hash and live_at is null")
                        .bind("at", at.toString())
                        .bind("programme", programme)
                        .bind("place", place)
                        .bind("tree", record.tree())
                        .bind("hash", record.hash())
                        .execute()));
  }

  @Override
  public Set<String> hashes(String tree) {
    return Set.copyOf(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select hash from publication"
                            + " where programme_id = :programme and tree = :tree")
                    .bind("programme", programme)
                    .bind("tree", tree)
                    .mapTo(String.class)
                    .list()));
  }

  @Override
  public Optional<String> allowance() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select hash from edition_allowance" + HERE)
                .bind("programme", programme)
                .bind("place", place)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public void allowance(Optional<String> hash) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate("delete from edition_allowance" + HERE)
              .bind("programme", programme)
              .bind("place", place)
              .execute();
          hash.ifPresent(
              now ->
                  handle
                      .createUpdate(
                          "insert into edition_allowance (programme_id, place, hash)"
                              + " values (:programme, :place, :hash)")
                      .bind("programme", programme)
                      .bind("place", place)
                      .bind("hash", now)
                      .execute());
        });
  }
}
