package dev.fortnight.edition;

import java.time.Instant;
import java.util.List;

/**
 * An edition as the store keeps it.
 *
 * @param sprint the sprint that it closes
 */
record SignedEdition(
    int number,
    int sprint,
    String signedBy,
    Instant signedAt,
    List<SignedItem> items,
    List<Standing> standings) {

  /**
   * @param changedIn the edition in which the item came to this content
   */
  record SignedItem(String key, String hash, int changedIn) {}

  /** Where an assumption stood: its state and how many voices were for and against it. */
  record Standing(String slug, String state, int supporting, int contradicting) {}
}
