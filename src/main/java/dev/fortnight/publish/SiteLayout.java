package dev.fortnight.publish;

import dev.fortnight.publish.Entries.Entry;
import dev.fortnight.publish.Versions.Version;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where things stand on the public site: the newest edition at the root, each edition under {@code
 * editions/}, the working site under {@code working/}, {@code versions.json}. Everything else that
 * is there belongs to somebody else and stays.
 */
final class SiteLayout {

  private static final String WORKING = "working";
  private static final String EDITIONS = "editions";
  private static final String NO_JEKYLL = ".nojekyll";
  private static final List<String> RESERVED = List.of(WORKING, EDITIONS, NO_JEKYLL, Versions.FILE);

  private final SiteStore store;
  private final boolean adopt;
  private final int keep;
  private final Step.Listener steps;

  /** The site's root as it is to be. */
  record Result(Entry root, byte[] versions) {}

  /**
   * @param adopt whether files of others at our addresses may be replaced
   * @param keep how many editions stay unfolded
   */
  SiteLayout(SiteStore store, boolean adopt, int keep, Step.Listener steps) {
    this.store = store;
    this.adopt = adopt;
    this.keep = keep;
    this.steps = steps;
  }

  Result with(Entries root, Publication publication) {
    PublishedTrees trees = new PublishedTrees(store, before(root), inside(root, EDITIONS));
    return publication instanceof Publication.OfEdition edition
        ? with(root, trees, edition)
        : with(root, trees, (Publication.OfWorkingSite) publication);
  }

  /** What {@code versions.json} says; nothing where there is none. */
  private Versions before(Entries root) {
    Optional<Versions> before =
        root.get(Versions.FILE)
            .filter(entry -> !entry.isFolder())
            .flatMap(entry -> Versions.read(store.read(entry.id())));
    if (before.isEmpty() && root.get(Versions.FILE).isPresent() && !adopt) {
      throw RootMerge.inTheWay(Versions.FILE);
    }
    return before.orElseGet(() -> new Versions(Optional.empty(), new TreeMap<>(), List.of()));
  }

  private Entries inside(Entries root, String name) {
    Optional<Entry> entry = root.get(name);
    if (entry.isPresent() && !entry.get().isFolder() && !adopt) {
      throw RootMerge.inTheWay(name);
    }
    return entry
        .filter(Entry::isFolder)
        .map(folder -> store.entries(folder.id()))
        .orElse(Entries.NONE);
  }

  private Result with(Entries root, PublishedTrees trees, Publication.OfEdition edition) {
    Optional<Entry> newest = trees.newest().flatMap(trees::there);
    Optional<Entry> there = trees.there(edition.number());
    if (there.isPresent() && !trees.isOurs(edition.number()) && !adopt) {
      throw RootMerge.inTheWay(EDITIONS + "/" + edition.number());
    }
    if (trees.isArchiveOf(edition)) {
      return finished(root, trees, edition, List.of());
    }
    boolean isNewest = trees.newest().filter(number -> number > edition.number()).isEmpty();
    write(
        edition.files(),
        there.filter(entry -> !trees.isArchived(edition.number())).or(() -> newest));
    trees.put(edition.number(), edition.files());
    Entries merged = root;
    if (isNewest) {
      Entries ours = newest.map(entry -> store.entries(entry.id())).orElse(Entries.NONE);
      merged = atRoot(trees.withoutWaitingPage(root), ours, edition.files());
    }
    return finished(merged, trees, edition, List.of());
  }

  private Result with(Entries root, PublishedTrees trees, Publication.OfWorkingSite site) {
    if (root.get(WORKING).isPresent() && !trees.isWorkingSiteOurs() && !adopt) {
      throw RootMerge.inTheWay(WORKING);
    }
    write(site.files(), root.get(WORKING));
    trees.putWorking(site.files());
    Entries merged = root.with(WORKING, site.files().entry());
    if (trees.newest().isPresent()) {
      return finished(merged, trees, site, List.of());
    }
    HashedTree waiting = site.waitingPage().get();
    write(waiting, Optional.empty());
    merged = atRoot(trees.withoutWaitingPage(merged), Entries.NONE, waiting);
    return finished(merged, trees, site, List.copyOf(waiting.paths()));
  }

  private void write(HashedTree files, Optional<Entry> there) {
    HashedTree.Missing missing = files.missing(store, there);
    store.expect(missing.files().size() + missing.folders().size());
    missing.files().forEach(store::file);
    steps.done(Step.FILES_WRITTEN);
    missing.folders().forEach(store::folder);
    steps.done(Step.FOLDERS_WRITTEN);
  }

  private Entries atRoot(Entries root, Entries ours, HashedTree wanted) {
    NavigableMap<String, Entry> others = new TreeMap<>(root.byName());
    RESERVED.forEach(others::remove);
    Entries merged = new RootMerge(store, adopt).merge(ours, new Entries(others), wanted.entries());
    NavigableMap<String, Entry> all = new TreeMap<>(merged.byName());
    for (String name : RESERVED) {
      root.get(name).ifPresent(entry -> all.put(name, entry));
    }
    return new Entries(all);
  }

  private Result finished(
      Entries root, PublishedTrees trees, Publication publication, List<String> waiting) {
    trees.foldAllBut(keep, publication.archivePage());
    NavigableMap<Integer, Version> editions = trees.versions();
    byte[] versions =
        new Versions(
                trees.working(root.get(WORKING)),
                Collections.unmodifiableNavigableMap(editions),
                waiting)
            .write();
    Entries finished = root.with(Versions.FILE, store.file(versions));
    if (!trees.folder().isEmpty()) {
      finished = finished.with(EDITIONS, store.folder(trees.folder()));
    }
    if (root.get(NO_JEKYLL).isEmpty()) {
      finished = finished.with(NO_JEKYLL, store.file(new byte[0]));
    }
    return new Result(store.folder(finished), versions);
  }
}
