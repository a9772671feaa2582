package dev.fortnight.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How announcements begin. An owner's words are the reason of their sign-off in the audit, and so
 * can be erased.
 */
final class JdbiOpenings {

  private final String programme;

  JdbiOpenings(String programme) {
    this.programme = programme;
  }

  /** By the number of the edition; the last sign-off counts where one was taken back. */
  Map<Integer, Opening> all(Handle handle) {
    Map<Integer, Opening> openings = new HashMap<>();
    handle
        .createQuery(
            "select e.subject, e.reason_hash, r.reason from audit_entry e"
                + " left join audit_reason r on r.sequence = e.sequence"
                + " where e.programme_id = :programme and e.action = :action order by e.sequence")
        .bind("programme", programme)
        .bind("action", AuditEntry.Action.SIGNED_OFF.name())
        .map((row, context) -> Map.entry(SignedEdition.number(row.getString(1)), opening(row)))
        .forEach(entry -> openings.put(entry.getKey(), entry.getValue()));
    return Map.copyOf(openings);
  }

  private static Opening opening(ResultSet row) throws SQLException {
    if (row.getString(2) == null) {
      return new Opening.Made();
    }
    String words = row.getString(3);
    return words == null ? new Opening.Withheld(true) : new Opening.Written(words);
  }

  /** What the newest signature of a sprint has, by one of several owners or by the last. */
  Optional<String> last(Handle handle, int sprint) {
    return handle
        .createQuery(
            "select r.reason from audit_entry e left join audit_reason r on r.sequence = e.sequence"
                + " where e.programme_id = :programme and e.sprint = :sprint"
                + " and e.action in (:signed, :endorsed) order by e.sequence desc")
        .bind("programme", programme)
        .bind("sprint", sprint)
        .bind("signed", AuditEntry.Action.SIGNED_OFF.name())
        .bind("endorsed", AuditEntry.Action.ENDORSED.name())
        .map((row, context) -> Optional.ofNullable(row.getString(1)))
        .findFirst()
        .flatMap(words -> words);
  }
}
