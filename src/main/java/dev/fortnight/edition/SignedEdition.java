package dev.fortnight.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
   * @param page what its page says, as {@link dev.fortnight.site.SiteBuilder#fingerprints} tells;
   *     empty where it has none
   * @param approvedIn the edition that first held this content
   * @param changedIn the edition in which its page last changed
   */
  record SignedItem(
      String key, String hash, Optional<String> page, int approvedIn, int changedIn) {}

  /** Where an assumption stood: its state and how many voices were for and against it. */
  record Standing(String slug, String state, int supporting, int contradicting) {}
}
