package dev.fortnight.edition;

import dev.fortnight.store.Database;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps sign-ins, refusals and changed roles in a programme's audit. Who it was stands beside the
 * chain, as reasons do, so that it can be erased.
 */
public final class AccessAudit {

  private final Jdbi jdbi;
  private final JdbiAudit audit;

  public AccessAudit(Database database, String programmeId) {
    this.jdbi = database.jdbi();
    this.audit = new JdbiAudit(programmeId, JdbiAudit::randomSalt);
  }

  /**
   * @param who and as what
   */
  public void signedIn(int sprint, String who, Instant at) {
    append(sprint, AuditEntry.Action.SIGNED_IN, "sign-in", who, at);
  }

  /**
   * @param what who asked for what
   */
  public void refused(int sprint, String what, Instant at) {
    append(sprint, AuditEntry.Action.REFUSED, "request", what, at);
  }

  /**
   * @param why what was wrong, and with whom as far as that is known
   */
  public void signInFailed(int sprint, String why, Instant at) {
    append(sprint, AuditEntry.Action.SIGN_IN_FAILED, "sign-in", why, at);
  }

  /**
   * @param change who, from which role to which
   */
  public void roleChanged(int sprint, String change, Instant at) {
    append(sprint, AuditEntry.Action.ROLE_CHANGED, "roles", change, at);
  }

  /**
   * @param what who ended whose
   */
  public void sessionEnded(int sprint, String what, Instant at) {
    append(sprint, AuditEntry.Action.SESSION_ENDED, "session", what, at);
  }

  private void append(
      int sprint, AuditEntry.Action action, String subject, String what, Instant at) {
    AuditEntry entry =
        AuditEntry.of(sprint, action, subject, AuditTrail.START, Set.of(), "Fortnight", at);
    audit.prepare(jdbi);
    jdbi.useTransaction(handle -> audit.append(handle, entry, Optional.of(what)));
  }
}
