package dev.fortnight.edition;

import dev.fortnight.note.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/** The audit on SQL. One entry of a programme is appended at a time. */
final class JdbiAudit {

  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String programme;
  private final Supplier<String> salts;

  JdbiAudit(String programme, Supplier<String> salts) {
    this.programme = programme;
    this.salts = salts;
  }

  /**
   * Appends an entry within the transaction at hand.
   *
   * @param entry its sequence, reason's hash and link are made here
   * @param reason why, kept beside the chain
   * @return its link
   */
  String append(Handle handle, AuditEntry entry, Optional<String> reason) {
    String previous = lockedEnd(handle).orElse(AuditTrail.START);
    String salt = reason.map(text -> salts.get()).orElse("");
    AuditEntry salted = entry.reasoned(reason.map(text -> reasonHash(salt, text)));
    String link = AuditTrail.link(previous, programme, salted);
    long sequence = insert(handle, salted, link);
    reason.ifPresent(text -> insertReason(handle, sequence, text, salt));
    handle
        .createUpdate("update audit_head set link = :link where programme_id = :programme")
        .bind("link", link)
        .bind("programme", programme)
        .execute();
    return link;
  }

  /** Makes the row that appending locks, in a transaction of its own. */
  void prepare(Jdbi jdbi) {
    if (jdbi.withHandle(this::isPrepared)) {
      return;
    }
    try {
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate("insert into audit_head (programme_id) values (:programme)")
                  .bind("programme", programme)
                  .execute());
    } catch (UnableToExecuteStatementException e) {
      if (!jdbi.withHandle(this::isPrepared)) {
        throw e;
      }
      // another process has just made it
    }
  }

  private boolean isPrepared(Handle handle) {
    return handle
        .createQuery("select 1 from audit_head where programme_id = :programme")
        .bind("programme", programme)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Makes whoever else wants to append wait until the transaction at hand is over. */
  void hold(Handle handle) {
    lockedEnd(handle);
  }

  /** The newest link; whoever else wants to append waits until this transaction is over. */
  private Optional<String> lockedEnd(Handle handle) {
    return Optional.ofNullable(
        handle
            .createQuery("select link from audit_head where programme_id = :programme for update")
            .bind("programme", programme)
            .map((row, context) -> row.getString(1))
            .list()
            .get(0));
  }

  private long insert(Handle handle, AuditEntry entry, String link) {
    Update insert =
        handle.createUpdate(
            "insert into audit_entry (programme_id, sprint, subject, hash, action, made_by, made_at,"
                + " problems, reason_hash, link) values (:programme, :sprint, :subject, :hash,"
                + " :action, :by, :at, :problems, :reasonHash, :link)");
    return insert
        .bind("programme", programme)
        .bind("sprint", entry.sprint())
        .bind("subject", entry.subject())
        .bind("hash", entry.hash())
        .bind("action", entry.action().name())
        .bind("by", entry.by())
        .bind("at", entry.at().toString())
        .bind("problems", entry.problems().stream().sorted().collect(Collectors.joining(",")))
        .bind("reasonHash", entry.reasonHash().orElse(null))
        .bind("link", link)
        .executeAndReturnGeneratedKeys("sequence")
        .mapTo(Long.class)
        .one();
  }

  private static void insertReason(Handle handle, long sequence, String reason, String salt) {
    handle
        .createUpdate(
            "insert into audit_reason (sequence, reason, salt) values (:sequence, :reason, :salt)")
        .bind("sequence", sequence)
        .bind("reason", reason)
        .bind("salt", salt)
        .execute();
  }

  /** 32 hexadecimal digits that nobody can guess. */
  static String randomSalt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  static String reasonHash(String salt, String reason) {
    return Sha256.of((salt + reason).getBytes(StandardCharsets.UTF_8));
  }

  /** All entries, in the order in which they were made. */
  List<AuditEntry> entries(Handle handle) {
    return handle
        .createQuery("select * from audit_entry where programme_id = :programme order by sequence")
        .bind("programme", programme)
        .map((row, context) -> entry(row))
        .list();
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("sequence"),
        row.getInt("sprint"),
        AuditEntry.Action.valueOf(row.getString("action")),
        row.getString("subject"),
        row.getString("hash"),
        marks(row.getString("problems")),
        row.getString("made_by"),
        Instant.parse(row.getString("made_at")),
        Optional.ofNullable(row.getString("reason_hash")),
        Optional.ofNullable(row.getString("link")));
  }

  private static Set<String> marks(String problems) {
    return Arrays.stream(problems.split(","))
        .filter(mark -> !mark.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What reasons were given and not erased since, by the sequence of their entries. */
  Map<Long, Reason> reasons(Handle handle) {
    return handle
        .createQuery(
            "select r.* from audit_reason r join audit_entry e on e.sequence = r.sequence"
                + " where e.programme_id = :programme")
        .bind("programme", programme)
        .map(
            (row, context) ->
                Map.entry(
                    row.getLong("sequence"),
                    new Reason(
                        row.getString("reason"), Optional.ofNullable(row.getString("salt")))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * @param salt empty for reasons from before there was a chain
   */
  record Reason(String text, Optional<String> salt) {}

  /**
   * Another one when an entry was appended or a reason erased; empty where there is nothing to tell
   * that by.
   */
  Optional<String> mark(Handle handle) {
    return handle
        .createQuery(
            "select link, (select count(*) from audit_reason r join audit_entry e"
                + " on e.sequence = r.sequence where e.programme_id = :programme) from audit_head"
                + " where programme_id = :programme and link is not null")
        .bind("programme", programme)
        .map((row, context) -> row.getString(1) + " " + row.getLong(2))
        .findOne();
  }

  /** The link that the newest entry must have. */
  Optional<String> end(Handle handle) {
    return handle
        .createQuery("select link from audit_head where programme_id = :programme")
        .bind("programme", programme)
        .map((row, context) -> Optional.ofNullable(row.getString(1)))
        .findOne()
        .flatMap(link -> link);
  }
}
