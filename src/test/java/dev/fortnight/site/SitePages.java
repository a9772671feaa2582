package dev.fortnight.site;

import dev.fortnight.check.CheckedResearch;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A site built in memory, to look at page by page. */
final class SitePages {

  private final SiteTree tree;

  private SitePages(SiteTree tree) {
    this.tree = tree;
  }

  static SitePages working(CheckedResearch research) throws Exception {
    return of(research, new Tree.Working(true));
  }

  static SitePages of(CheckedResearch research, Tree tree) throws Exception {
    SiteTree.Collector sink = new SiteTree.Collector();
    SiteBuilder.build(research, Theme.bundled(), tree, sink);
    return new SitePages(sink.tree());
  }

  static SitePages of(SiteTree tree) {
    return new SitePages(tree);
  }

  /**
   * @param address of a folder, such as {@code findings/risk/}
   */
  Document page(String address) {
    return Jsoup.parse(text(address + "index.html"));
  }

  String text(String file) {
    return new String(tree.files().get(file), StandardCharsets.UTF_8);
  }

  boolean has(String file) {
    return tree.files().containsKey(file);
  }

  SiteTree tree() {
    return tree;
  }
}
