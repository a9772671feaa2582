package dev.fortnight.edition;

import dev.fortnight.site.Built;
import dev.fortnight.site.SiteTree;
import dev.fortnight.site.Tree;
import dev.fortnight.site.TreeMemory;
import java.util.Map;
import java.util.Optional;

/** An edition's files before they have a manifest. */
record EditionPages(SiteTree site, Built built) {

  static EditionPages of(EditionContents contents, Tree.Edition facts) {
    return of(contents, facts, TreeMemory.none());
  }

  /** The same after another one, making only what changed. */
  static EditionPages of(EditionContents contents, Tree.Edition facts, TreeMemory memory) {
    TreeMemory.Made made = memory.build(contents.research(), contents.theme(), facts);
    return new EditionPages(made.site(), made.built());
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
