package dev.fortnight.edition;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the audit for people to read.
 *
 * @param number its place among all entries
 * @param by who did it, by the name that they chose
 * @param did what they did: {@code approved}
 * @param subject the key of an item, or {@code edition/<number>}
 * @param hash of what it was about, lower-case hexadecimal SHA-256
 * @param reason why; empty where none was given, or it was erased
 * @param isErased whether a reason was given and is not kept any more
 * @param link empty for entries from before there was a chain
 */
public record AuditLine(
    long number,
    int sprint,
    Instant at,
    String by,
    String did,
    String subject,
    String hash,
    Optional<String> reason,
    boolean isErased,
    Optional<String> link) {

  static AuditLine of(AuditEntry entry, Optional<String> reason) {
    return new AuditLine(
        entry.sequence(),
        entry.sprint(),
        entry.at(),
        entry.by(),
        entry.action().words(),
        entry.subject(),
        entry.hash(),
        reason,
        entry.reasonHash().isPresent() && reason.isEmpty(),
        entry.link());
  }
}
