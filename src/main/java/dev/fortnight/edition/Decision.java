package dev.fortnight.edition;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the product owner decided on an item, at one content and with the problems that it had.
 *
 * @param sprint the sprint whose review it belongs to
 * @param item see {@link Item#key}
 * @param hash of the content that was seen
 * @param problems what the checks had to say of it then, see {@link ItemProblems}
 * @param by who decided, a name that they chose
 * @param reason why; must be there for a hold, unless it was erased since
 */
public record Decision(
    int sprint,
    String item,
    String hash,
    Set<String> problems,
    Verdict verdict,
    String by,
    Instant at,
    Optional<String> reason) {

  /** Approve or hold. */
  public enum Verdict {
    APPROVED,
    HELD
  }

  /** Whether an entry of the audit is a decision on an item. */
  static boolean isIn(AuditEntry entry) {
    return entry.action() == AuditEntry.Action.APPROVED || entry.action() == AuditEntry.Action.HELD;
  }

  static Decision of(AuditEntry entry, Optional<String> reason) {
    return new Decision(
        entry.sprint(),
        entry.subject(),
        entry.hash(),
        entry.problems(),
        Verdict.valueOf(entry.action().name()),
        entry.by(),
        entry.at(),
        reason);
  }

  /** As the audit is to keep it. */
  AuditEntry entry() {
    return AuditEntry.of(
        sprint, AuditEntry.Action.valueOf(verdict.name()), item, hash, problems, by, at);
  }

  boolean isApproval() {
    return verdict == Verdict.APPROVED;
  }
}
