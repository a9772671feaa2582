package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.problem.Problem;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.ArchivedEdition;
import dev.fortnight.site.LonePage;
import dev.fortnight.site.SiteTree;
import dev.fortnight.site.Theme;
import dev.fortnight.site.Tree;
import dev.fortnight.site.TreeMemory;
import java.util.List;
import java.util.Optional;

/** The continuous publication, made only by {@link Editions}. */
public final class WorkingSite {

  private final CheckedResearch research;
  private final Theme theme;
  private final Optional<Tree.Difference> difference;
  private final List<Tree.Past> past;
  private final TreeMemory memory;
  private SiteTree site;
  private List<Problem> problems = List.of();

  /**
   * @param difference what of it the newest edition does not have; empty before the first
   * @param past the editions so far, oldest first
   * @param memory of the working sites before
   */
  WorkingSite(
      CheckedResearch research,
      Theme theme,
      Optional<Tree.Difference> difference,
      List<Tree.Past> past,
      TreeMemory memory) {
    this.memory = memory;
    this.research = research;
    this.theme = theme;
    this.difference = difference;
    this.past = past;
  }

  public Programme programme() {
    return research.programme();
  }

  /** What of it the newest edition does not have; empty before the first. */
  public Optional<Tree.Difference> difference() {
    return difference;
  }

  public CheckedResearch research() {
    return research;
  }

  /** What stands at the root until the first edition: a page that says when that is due. */
  public SiteTree waitingPage() {
    SiteTree.Collector collector = new SiteTree.Collector();
    LonePage.beforeTheFirstEdition(research, theme, collector);
    return collector.tree();
  }

  /** The page that stands in for an older edition which is kept as an archive only. */
  public SiteTree archivePage(ArchivedEdition archived) {
    SiteTree.Collector collector = new SiteTree.Collector();
    LonePage.ofArchive(research, theme, archived, collector);
    return collector.tree();
  }

  /** Its files; they are made once. */
  public synchronized SiteTree site() {
    if (site == null) {
      TreeMemory.Made made =
          memory.build(research, theme, new Tree.Working(true, difference, past));
      problems = made.built().problems();
      site = made.site().with(Manifest.FILE, Manifest.ofWorkingSite(made.site()));
    }
    return site;
  }

  /** What its files hash to, see {@link Manifest#tree}. */
  public String tree() {
    return Manifest.tree(Manifest.hashes(site().files()));
  }

  /** What was left out of {@link #site} at the last moment. */
  public List<Problem> problems() {
    return problems;
  }
}
