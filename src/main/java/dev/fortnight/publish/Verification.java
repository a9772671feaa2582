package dev.fortnight.publish;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What came of comparing a published site with its manifests.
 *
 * @param trees those whose manifest could be read, the working site first
 */
public record Verification(List<Tree> trees, SortedSet<Deviation> deviations) {

  /** Whether there is anything of an edition, be it damaged. */
  public boolean knows(int edition) {
    return trees.stream().anyMatch(tree -> tree.edition().equals(Optional.of(edition)))
        || deviations.stream()
            .anyMatch(found -> found.path().startsWith("editions/" + edition + "/"));
  }

  /**
   * One tree as its manifest has it.
   *
   * @param edition empty for the working site
   * @param folder relative to the site's root, ending with a slash
   * @param files how many the manifest names
   * @param hash what the manifest's files hash to
   * @param audit the link of the sign-off; empty where the manifest states none
   */
  public record Tree(
      Optional<Integer> edition,
      String folder,
      int files,
      String hash,
      Optional<String> audit,
      boolean isArchived) {

    /** What to call it in the middle of a sentence. */
    public String title() {
      return edition.map(number -> "edition " + number).orElse("the working site");
    }
  }
}
