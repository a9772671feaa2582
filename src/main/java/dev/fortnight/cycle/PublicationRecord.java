package dev.fortnight.cycle;

import java.time.Instant;
import java.util.Optional;

/**
 * What was published last of one tree.
 *
 * @param tree which one, see {@link #WORKING} and {@link #edition}
 * @param hash what its files hash to, see {@link dev.fortnight.edition.Manifest#tree}
 * @param commit empty where the place keeps no history, or where the same bytes were there already
 * @param versions SHA-256 of {@code versions.json} as it was published with the tree
 * @param liveAt when its public address first answered with it; empty until then
 */
public record PublicationRecord(
    String tree,
    String hash,
    String commit,
    String versions,
    Instant pushedAt,
    Optional<Instant> liveAt) {

  /** The working site. */
  public static final String WORKING = "working";

  private static final String EDITION = "edition/";

  /** What an edition is called. */
  public static String edition(int number) {
    return EDITION + number;
  }

  /** The edition's number; empty for the working site. */
  Optional<Integer> number() {
    return tree.equals(WORKING)
        ? Optional.empty()
        : Optional.of(Integer.parseInt(tree.substring(EDITION.length())));
  }

  /** What to call it in the middle of a sentence. */
  public String title() {
    return number().map(number -> "edition " + number).orElse("the working site");
  }
}
