package dev.fortnight.edition;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Something that somebody decided, as the audit keeps it. Entries are never changed or removed.
 *
 * @param sequence its place among all entries
 * @param sprint the sprint whose review it belongs to
 * @param subject the key of an item, {@code edition/<number>}, {@code sprint/<number>}, {@code
 *     sign-in}, {@code request} or {@code roles}
 * @param hash of what was decided on: an item's content, an edition's tree, a review; zeros where
 *     there is nothing of the kind
 * @param problems what the checks had to say of it then, as hashes
 * @param by the name that the person chose
 * @param reasonHash the salted hash of the reason, which stands beside the audit
 * @param link the hash of this entry and of the link before; empty for entries from before there
 *     was a chain
 */
record AuditEntry(
    long sequence,
    int sprint,
    Action action,
    String subject,
    String hash,
    Set<String> problems,
    String by,
    Instant at,
    Optional<String> reasonHash,
    Optional<String> link) {

  /** What was decided. */
  enum Action {
    APPROVED("approved"),
    HELD("held"),
    SIGNED_OFF("signed off"),
    /** A sign-off was taken back before its edition was published. */
    TAKEN_BACK("took the sign-off back"),
    /** An edition was made again without what its people no longer want to be seen. */
    AMENDED("published without what people took back"),
    /** One of several owners signed a review; the edition comes with the last of them. */
    ENDORSED("signed as one of several"),
    /** Somebody was let in. */
    SIGNED_IN("recorded a"),
    /** Somebody asked for more than they may. */
    REFUSED("refused a"),
    /** Somebody was not let in. */
    SIGN_IN_FAILED("refused a"),
    /** Somebody may do more than before, or less. */
    ROLE_CHANGED("noted a change of"),
    /** Somebody was signed out by somebody, from another browser. */
    SESSION_ENDED("ended a");

    private final String words;

    Action(String words) {
      this.words = words;
    }

    /** What somebody did, as pages say it. */
    String words() {
      return words;
    }
  }

  /** One that is not in the chain yet. */
  static AuditEntry of(
      int sprint,
      Action action,
      String subject,
      String hash,
      Set<String> problems,
      String by,
      Instant at) {
    return new AuditEntry(
        0, sprint, action, subject, hash, problems, by, at, Optional.empty(), Optional.empty());
  }

  AuditEntry reasoned(Optional<String> hashOfReason) {
    return new AuditEntry(
        sequence, sprint, action, subject, hash, problems, by, at, hashOfReason, link);
  }
}
