package dev.fortnight.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** {@link EditionStore} on SQL. */
final class JdbiEditionStore implements EditionStore {

  private final Jdbi jdbi;
  private final String programme;

  JdbiEditionStore(Jdbi jdbi, String programme) {
    this.jdbi = jdbi;
    this.programme = programme;
  }

  @Override
  public void decide(List<Decision> decisions, Map<String, byte[]> contents) {
    jdbi.useTransaction(
        handle -> {
          contents.forEach((hash, bytes) -> keep(handle, hash, bytes));
          decisions.forEach(decision -> insert(handle, decision));
        });
  }

  private void keep(Handle handle, String hash, byte[] bytes) {
    boolean isThere =
        handle
            .createQuery("select 1 from content where programme_id = :programme and hash = :hash")
            .bind("programme", programme)
            .bind("hash", hash)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!isThere) {
      handle
          .createUpdate("insert into content values (:programme, :hash, :bytes)")
          .bind("programme", programme)
          .bind("hash", hash)
          .bind("bytes", bytes)
          .execute();
    }
  }

  private void insert(Handle handle, Decision decision) {
    long sequence =
        handle
            .createUpdate(
                "insert into decision"
                    + " (programme_id, sprint, item, hash, verdict, decided_by, decided_at)"
                    + " values (:programme, :sprint, :item, :hash, :verdict, :by, :at)")
            .bind("programme", programme)
            .bind("sprint", decision.sprint())
            .bind("item", decision.item())
            .bind("hash", decision.hash())
            .bind("verdict", decision.verdict().name())
            .bind("by", decision.by())
            .bind("at", decision.at().toString())
            .executeAndReturnGeneratedKeys("sequence")
            .mapTo(Long.class)
            .one();
    decision
        .reason()
        .ifPresent(
            reason ->
                handle
                    .createUpdate("insert into decision_reason values (:sequence, :reason)")
                    .bind("sequence", sequence)
                    .bind("reason", reason)
                    .execute());
  }

  @Override
  public List<Decision> decisions() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select d.*, r.reason from decision d"
                        + " left join decision_reason r on r.sequence = d.sequence"
                        + " where d.programme_id = :programme order by d.sequence")
                .bind("programme", programme)
                .map((row, context) -> decision(row))
                .list());
  }

  private static Decision decision(ResultSet row) throws SQLException {
    return new Decision(
        row.getInt("sprint"),
        row.getString("item"),
        row.getString("hash"),
        Decision.Verdict.valueOf(row.getString("verdict")),
        row.getString("decided_by"),
        Instant.parse(row.getString("decided_at")),
        Optional.ofNullable(row.getString("reason")));
  }

  @Override
  public Optional<byte[]> content(String hash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select bytes from content where programme_id = :programme and hash = :hash")
                .bind("programme", programme)
                .bind("hash", hash)
                .mapTo(byte[].class)
                .findOne());
  }

  @Override
  public void sign(SignedEdition edition) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate("insert into edition values (:programme, :number, :sprint, :by, :at)")
              .bind("programme", programme)
              .bind("number", edition.number())
              .bind("sprint", edition.sprint())
              .bind("by", edition.signedBy())
              .bind("at", edition.signedAt().toString())
              .execute();
          edition.items().forEach(item -> insert(handle, edition.number(), item));
          edition.standings().forEach(standing -> insert(handle, edition.number(), standing));
        });
  }

  private void insert(Handle handle, int number, SignedEdition.SignedItem item) {
    handle
        .createUpdate(
            "insert into edition_item values"
                + " (:programme, :number, :item, :hash, :page, :approved, :changed)")
        .bind("programme", programme)
        .bind("number", number)
        .bind("item", item.key())
        .bind("hash", item.hash())
        .bind("page", item.page().orElse(null))
        .bind("approved", item.approvedIn())
        .bind("changed", item.changedIn())
        .execute();
  }

  private void insert(Handle handle, int number, SignedEdition.Standing standing) {
    handle
        .createUpdate(
            "insert into edition_assumption"
                + " values (:programme, :number, :slug, :state, :supporting, :contradicting)")
        .bind("programme", programme)
        .bind("number", number)
        .bind("slug", standing.slug())
        .bind("state", standing.state())
        .bind("supporting", standing.supporting())
        .bind("contradicting", standing.contradicting())
        .execute();
  }

  @Override
  public List<SignedEdition> editions() {
    return jdbi.withHandle(
        handle -> {
          List<SignedEdition> editions = new ArrayList<>();
          handle
              .createQuery(
                  "select number, sprint, signed_by, signed_at from edition"
                      + " where programme_id = :programme order by number")
              .bind("programme", programme)
              .map((row, context) -> edition(handle, row))
              .forEach(editions::add);
          return editions;
        });
  }

  private SignedEdition edition(Handle handle, ResultSet row) throws SQLException {
    int number = row.getInt("number");
    return new SignedEdition(
        number,
        row.getInt("sprint"),
        row.getString("signed_by"),
        Instant.parse(row.getString("signed_at")),
        items(handle, number),
        standings(handle, number));
  }

  private List<SignedEdition.SignedItem> items(Handle handle, int number) {
    return handle
        .createQuery(
            "select item, hash, page, approved_in, changed_in from edition_item"
                + " where programme_id = :programme and edition = :number order by item")
        .bind("programme", programme)
        .bind("number", number)
        .map(
            (row, context) ->
                new SignedEdition.SignedItem(
                    row.getString("item"),
                    row.getString("hash"),
                    Optional.ofNullable(row.getString("page")),
                    row.getInt("approved_in"),
                    row.getInt("changed_in")))
        .list();
  }

  private List<SignedEdition.Standing> standings(Handle handle, int number) {
    return handle
        .createQuery(
            "select slug, state, supporting, contradicting from edition_assumption"
                + " where programme_id = :programme and edition = :number order by slug")
        .bind("programme", programme)
        .bind("number", number)
        .map(
            (row, context) ->
                new SignedEdition.Standing(
                    row.getString("slug"),
                    row.getString("state"),
                    row.getInt("supporting"),
                    row.getInt("contradicting")))
        .list();
  }
}
