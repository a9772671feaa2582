package dev.fortnight.edition;

import dev.fortnight.topic.RemovedTopic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * An edition as the store keeps it.
 *
 * @param sprint the sprint that it closes
 * @param tree what its files hash to, see {@link Manifest}; empty for editions from before that was
 *     kept
 * @param undoUntil until when the sign-off can be taken back; empty once it is released for
 *     publication
 * @param removed the topics that it says are gone
 */
record SignedEdition(
    int number,
    int sprint,
    String signedBy,
    Instant signedAt,
    Optional<String> tree,
    Optional<Instant> undoUntil,
    List<SignedItem> items,
    List<Standing> standings,
    List<RemovedTopic> removed) {

  /** What the audit calls an edition. */
  static String subject(int number) {
    return "edition/" + number;
  }

  /** The other way round. */
  static int number(String subject) {
    return Integer.parseInt(subject.substring(subject.indexOf('/') + 1));
  }

  /** The same by somebody else. */
  SignedEdition by(String name) {
    return new SignedEdition(
        number, sprint, name, signedAt, tree, undoUntil, items, standings, removed);
  }

  /** The same with its files made. */
  SignedEdition hashing(String hash) {
    return new SignedEdition(
        number,
        sprint,
        signedBy,
        signedAt,
        Optional.of(hash),
        undoUntil,
        items,
        standings,
        removed);
  }

  /** Its sign-off as the audit is to keep it. */
  AuditEntry entry() {
    return entry(AuditEntry.Action.SIGNED_OFF, signedBy, signedAt);
  }

  /** That its sign-off was taken back, as the audit is to keep it. */
  AuditEntry takenBack(String by, Instant at) {
    return entry(AuditEntry.Action.TAKEN_BACK, by, at);
  }

  private AuditEntry entry(AuditEntry.Action action, String by, Instant at) {
    return AuditEntry.of(sprint, action, subject(number), tree.orElseThrow(), Set.of(), by, at);
  }

  /** Whether it may be published, for its sign-off cannot be taken back any more. */
  boolean isReleased() {
    return undoUntil.isEmpty();
  }

  /**
   * @param page what its page says, as {@link dev.fortnight.site.SiteBuilder#fingerprints} tells;
   *     empty where it has none
   * @param approvedIn the edition that first held this content
   * @param changedIn the edition in which its page last changed
   */
  record SignedItem(
      String key, String hash, Optional<String> page, int approvedIn, int changedIn) {}

  /**
   * Where an assumption stood: its state, how many voices were for and against it, and the
   * references of what they said.
   */
  record Standing(
      String slug,
      String state,
      int supporting,
      int contradicting,
      SortedSet<String> supportingEvidence,
      SortedSet<String> contradictingEvidence) {}
}
