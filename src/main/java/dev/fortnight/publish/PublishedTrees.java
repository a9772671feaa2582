package dev.fortnight.publish;

import dev.fortnight.publish.Entries.Entry;
import dev.fortnight.publish.Versions.Version;
import dev.fortnight.site.ArchivedEdition;
import dev.fortnight.site.SiteTree;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The editions and the working site that are there, and what is known of each. */
final class PublishedTrees {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
  private static final String MANIFEST = PublishedManifest.FOLDER + "/" + PublishedManifest.NAME;

  private final SiteStore store;
  private final Versions before;
  private final Map<Entry, Long> sizes = new HashMap<>();
  private Entries folder;

  /**
   * @param before what {@code versions.json} says
   * @param folder what {@code editions/} holds
   */
  PublishedTrees(SiteStore store, Versions before, Entries folder) {
    this.store = store;
    this.before = before;
    this.folder = folder;
  }

  Entries folder() {
    return folder;
  }

  /** What stands at an edition's place, whoever put it there. */
  Optional<Entry> there(int number) {
    return folder.get(String.valueOf(number));
  }

  void put(int number, HashedTree files) {
    sizes.put(files.entry(), files.size());
    folder = folder.with(String.valueOf(number), files.entry());
  }

  void putWorking(HashedTree files) {
    sizes.put(files.entry(), files.size());
  }

  /** The number of the newest edition. */
  Optional<Integer> newest() {
    return numbers().filter(this::isOurs).max(Integer::compare);
  }

  private Stream<Integer> numbers() {
    return folder.byName().keySet().stream()
        .filter(name -> NUMBER.matcher(name).matches())
        .map(Integer::parseInt);
  }

  boolean isOurs(int number) {
    return version(number).isPresent();
  }

  boolean isArchived(int number) {
    return version(number).filter(Version::archived).isPresent();
  }

  /** Whether an edition is there as an archive already, as its manifest tells. */
  boolean isArchiveOf(Publication.OfEdition edition) {
    return isArchived(edition.number())
        && manifest(there(edition.number()).orElseThrow()).equals(edition.files().entry(MANIFEST));
  }

  boolean isWorkingSiteOurs() {
    return before.working().isPresent();
  }

  /** The root without the page that stands there before the first edition. */
  Entries withoutWaitingPage(Entries root) {
    Entries without = root;
    for (String path : before.waiting()) {
      without = without(without, Entries.raw(path));
    }
    return without;
  }

  private Entries without(Entries entries, String path) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      return entries.with(path, Optional.empty());
    }
    String name = path.substring(0, slash);
    Optional<Entry> inner = entries.get(name).filter(Entry::isFolder);
    if (inner.isEmpty()) {
      return entries;
    }
    Entries left = without(store.entries(inner.get().id()), path.substring(slash + 1));
    return entries.with(name, left.isEmpty() ? Optional.empty() : Optional.of(store.folder(left)));
  }

  NavigableMap<Integer, Version> versions() {
    NavigableMap<Integer, Version> versions = new TreeMap<>();
    numbers()
        .forEach(number -> version(number).ifPresent(version -> versions.put(number, version)));
    return versions;
  }

  /** What is known of an edition; empty where it is none of ours. */
  private Optional<Version> version(int number) {
    Optional<Entry> entry = there(number).filter(Entry::isFolder);
    return entry.flatMap(
        there -> described(there, Optional.ofNullable(before.editions().get(number)), number));
  }

  Optional<Version> working(Optional<Entry> entry) {
    return entry
        .filter(Entry::isFolder)
        .flatMap(
            there ->
                isKnown(there, before.working())
                    ? before.working()
                    : Optional.of(
                        new Version("", tree(there), there.id().name(), size(there), false)));
  }

  private Optional<Version> described(Entry entry, Optional<Version> known, int number) {
    if (isKnown(entry, known)) {
      return known;
    }
    boolean isArchived = store.entries(entry.id()).get(EditionArchive.name(number)).isPresent();
    return manifest(entry)
        .map(manifest -> read(manifest, entry))
        .map(
            manifest ->
                new Version(
                    manifest.date(), tree(entry), entry.id().name(), size(entry), isArchived));
  }

  private static boolean isKnown(Entry entry, Optional<Version> known) {
    return known.filter(version -> version.git().equals(entry.id().name())).isPresent();
  }

  private String tree(Entry entry) {
    return manifest(entry)
        .map(manifest -> read(manifest, entry).tree())
        .filter(tree -> !tree.isEmpty())
        .orElse(entry.id().name());
  }

  private PublishedManifest read(Entry manifest, Entry tree) {
    return PublishedManifest.read(store.read(manifest.id()), tree.id().name());
  }

  private Optional<Entry> manifest(Entry tree) {
    return store
        .entries(tree.id())
        .get(PublishedManifest.FOLDER)
        .filter(Entry::isFolder)
        .flatMap(inner -> store.entries(inner.id()).get(PublishedManifest.NAME))
        .filter(file -> !file.isFolder());
  }

  private long size(Entry entry) {
    Long known = sizes.get(entry);
    if (known != null) {
      return known;
    }
    return entry.isFolder()
        ? sum(store.entries(entry.id()).byName().values())
        : store.size(entry.id());
  }

  private long sum(Collection<Entry> entries) {
    return entries.stream().mapToLong(this::size).sum();
  }

  /** Makes an archive of each edition but the newest few. */
  void foldAllBut(int keep, Function<ArchivedEdition, SiteTree> page) {
    List<Integer> old = List.copyOf(versions().descendingMap().keySet());
    for (int number : old.subList(Math.min(keep, old.size()), old.size())) {
      if (!isArchived(number)) {
        fold(number, page);
      }
    }
  }

  private void fold(int number, Function<ArchivedEdition, SiteTree> page) {
    Entry unfolded = there(number).orElseThrow();
    Entry manifest = manifest(unfolded).orElseThrow();
    PublishedManifest facts = read(manifest, unfolded);
    LocalDate date = LocalDate.parse(facts.date());
    byte[] zip = EditionArchive.of(store, store.entries(unfolded.id()), number, date);
    ArchivedEdition archived =
        new ArchivedEdition(
            number, date, facts.signedBy(), EditionArchive.name(number), zip.length);
    HashedTree.Missing beside =
        HashedTree.of(page.apply(archived)).missing(store, Optional.empty());
    beside.files().forEach(store::file);
    beside.folders().forEach(store::folder);
    Entries folded = beside.folders().get(beside.folders().size() - 1);
    folded =
        folded
            .with(EditionArchive.name(number), store.file(zip))
            .with(
                PublishedManifest.FOLDER,
                store.folder(Entries.NONE.with(PublishedManifest.NAME, manifest)));
    folder = folder.with(String.valueOf(number), store.folder(folded));
  }
}
