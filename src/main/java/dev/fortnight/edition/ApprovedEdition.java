package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.site.SiteBuilder;
import dev.fortnight.site.SiteTree;
import dev.fortnight.site.Tree;
import java.util.List;

/**
 * An edition that was signed off. Only {@link Editions} makes one, and a publisher takes no other
 * edition.
 */
public final class ApprovedEdition {

  private final EditionContents contents;
  private final Tree.Edition tree;
  private final byte[] manifest;

  ApprovedEdition(EditionContents contents, Tree.Edition tree, byte[] manifest) {
    this.contents = contents;
    this.tree = tree;
    this.manifest = manifest;
  }

  public int number() {
    return tree.number();
  }

  /** What the edition's pages say of it. */
  public Tree.Edition facts() {
    return tree;
  }

  /** What the team changed its mind about, in sentences, most important first. */
  public List<String> headlines() {
    return tree.headlines().stream().map(Tree.Headline::text).toList();
  }

  /** How many items are new, changed and gone since the edition before. */
  public Changes changes() {
    return new Changes(tree.added().size(), tree.changed().size(), tree.removed().size());
  }

  /** Counts of items. */
  public record Changes(int added, int changed, int removed) {}

  public CheckedResearch research() {
    return contents.research();
  }

  /** Its files; the same edition gives the same bytes. */
  public SiteTree site() {
    SiteTree.Collector collector = new SiteTree.Collector();
    SiteBuilder.build(contents.research(), contents.theme(), tree, collector);
    collector.file(Manifest.FILE, manifest);
    return collector.tree();
  }
}
