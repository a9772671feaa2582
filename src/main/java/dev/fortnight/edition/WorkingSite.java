package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.SiteBuilder;
import dev.fortnight.site.SiteTree;
import dev.fortnight.site.Theme;
import dev.fortnight.site.Tree;

/** The continuous publication, made only by {@link Editions}. */
public final class WorkingSite {

  private final CheckedResearch research;
  private final Theme theme;

  WorkingSite(CheckedResearch research, Theme theme) {
    this.research = research;
    this.theme = theme;
  }

  public Programme programme() {
    return research.programme();
  }

  public CheckedResearch research() {
    return research;
  }

  /** What stands at the root until the first edition: a page that says when that is due. */
  public SiteTree waitingPage() {
    SiteTree.Collector collector = new SiteTree.Collector();
    SiteBuilder.buildWaitingPage(research, theme, collector);
    return collector.tree();
  }

  /** Its files. */
  public SiteTree site() {
    SiteTree.Collector collector = new SiteTree.Collector();
    SiteBuilder.build(research, theme, new Tree.Working(true), collector);
    return collector.tree();
  }
}
