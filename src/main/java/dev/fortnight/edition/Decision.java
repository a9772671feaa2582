package dev.fortnight.edition;

import java.time.Instant;
import java.util.Optional;

/**
 * What the product owner decided on an item, at one content.
 *
 * @param sprint the sprint whose review it belongs to
 * @param item see {@link Item#key}
 * @param hash of the content that was seen
 * @param by who decided
 * @param reason why; must be there for a hold
 */
public record Decision(
    int sprint,
    String item,
    String hash,
    Verdict verdict,
    String by,
    Instant at,
    Optional<String> reason) {

  /** Approve or hold. */
  public enum Verdict {
    APPROVED,
    HELD
  }
}
