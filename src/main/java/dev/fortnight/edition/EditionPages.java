package dev.fortnight.edition;

import dev.fortnight.site.Built;
import dev.fortnight.site.SiteBuilder;
import dev.fortnight.site.SiteTree;
import dev.fortnight.site.Tree;
import java.util.Map;
import java.util.Optional;

/** An edition's files before they have a manifest. */
record EditionPages(SiteTree site, Built built) {

  static EditionPages of(EditionContents contents, Tree.Edition facts) {
    SiteTree.Collector collector = new SiteTree.Collector();
    Built built = SiteBuilder.build(contents.research(), contents.theme(), facts, collector);
    return new EditionPages(collector.tree(), built);
  }

  MadeSite with(
      SignedEdition signed,
      EditionContents contents,
      Map<String, Decision> approvals,
      Optional<String> audit) {
    byte[] manifest = Manifest.ofEdition(signed, contents, approvals, audit, built.items(), site);
    return new MadeSite(site.with(Manifest.FILE, manifest), built.problems());
  }
}
