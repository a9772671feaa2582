package dev.fortnight.site;

import dev.fortnight.check.CheckedResearch;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps the tree that was built last, so that a process that builds it again makes only what
 * changed. One tree is built at a time.
 */
public final class TreeMemory {

  private final Optional<SiteMemory> memory;
  private SiteTree earlier = new SiteTree(new TreeMap<>());

  /** A tree as it was built. */
  public record Made(SiteTree site, Built built) {}

  public TreeMemory() {
    this(Optional.of(new SiteMemory()));
  }

  private TreeMemory(Optional<SiteMemory> memory) {
    this.memory = memory;
  }

  /** For a tree that none follows. */
  public static TreeMemory none() {
    return new TreeMemory(Optional.empty());
  }

  /**
   * Builds a tree in memory.
   *
   * @throws dev.fortnight.problem.ProblemException as {@link SiteBuilder#build}
   */
  public Made build(CheckedResearch research, Theme theme, Tree tree) {
    if (memory.isEmpty()) {
      SiteTree.Collector collector = new SiteTree.Collector();
      Built built = SiteBuilder.build(research, theme, tree, collector);
      return new Made(collector.tree(), built);
    }
    return again(research, theme, tree, memory.get());
  }

  private synchronized Made again(
      CheckedResearch research, Theme theme, Tree tree, SiteMemory kept) {
    SiteTree.Again sink = new SiteTree.Again(earlier);
    Built built = SiteBuilder.update(research, theme, tree, sink, kept);
    earlier = sink.tree();
    return new Made(earlier, built);
  }
}
