package dev.fortnight.publish;

import dev.fortnight.edition.Manifest;
import dev.fortnight.publish.Verification.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares one tree of a published site with its manifest, file by file. */
final class TreeCheck {

  /** A manifest of a hundred thousand files has about half of this. */
  static final int LARGEST_MANIFEST = 32 << 20;

  /** GitHub takes no larger file: docs.github.com, "About large files on GitHub". */
  private static final int LARGEST_FILE = 100 << 20;

  private final ReadableSite site;
  private final Optional<Integer> edition;
  private final String folder;
  private final Consumer<Deviation> deviations;
  private final FolderId id = new FolderId();
  private boolean isWhole = true;

  /** A tree with a manifest that could be read. */
  record Checked(Tree tree, TreeManifest manifest, byte[] manifestBytes) {}

  /**
   * @param edition empty for the working site
   */
  TreeCheck(ReadableSite site, Optional<Integer> edition, Consumer<Deviation> deviations) {
    this.site = site;
    this.edition = edition;
    this.folder = edition.map(number -> "editions/" + number + "/").orElse("working/");
    this.deviations = deviations;
  }

  /** Empty where the manifest cannot be read. */
  Optional<Checked> unfolded(Listing listing) {
    Optional<Checked> checked = manifest(false);
    checked.ifPresent(
        known -> {
          NavigableMap<String, String> files = known.manifest().files();
          new FileHashes(site, LARGEST_FILE)
              .forEach(
                  folder, files.keySet(), (path, found) -> compare(path, files.get(path), found));
          listing
              .under(folder)
              .filter(path -> !files.containsKey(path) && !path.equals(Manifest.FILE))
              .forEach(path -> deviates(path, "its manifest does not name it"));
        });
    return checked;
  }

  /** The same for an edition that is kept as an archive. */
  Optional<Checked> archived(Listing listing) {
    List<String> beside =
        listing.under(folder).filter(path -> !path.equals(Manifest.FILE)).toList();
    isWhole = !beside.isEmpty();
    new FileHashes(site, LARGEST_FILE)
        .forEach(folder, beside, (path, found) -> found.git().ifPresent(git -> id.put(path, git)));
    String name = "edition-" + edition.orElseThrow() + ".zip";
    Optional<Checked> checked = manifest(true);
    SiteFile file = site.file(folder + name, LARGEST_FILE);
    if (!(file instanceof SiteFile.Content content)) {
      deviates(name, said(file));
      return checked;
    }
    Optional<ArchivedTree> tree =
        ArchivedTree.read(content.bytes(), "edition-" + edition.orElseThrow() + "/");
    if (tree.isEmpty()) {
      deviates(name, "it is not an archive that can be read, or unpacks to far too much");
      return checked;
    }
    checked.ifPresent(known -> compare(known, tree.get(), name));
    return checked;
  }

  private void compare(Checked known, ArchivedTree archive, String name) {
    if (!Arrays.equals(known.manifestBytes(), archive.manifest())) {
      deviates(name, "the manifest in it is not the one beside it");
    }
    NavigableMap<String, String> files = known.manifest().files();
    files.forEach(
        (path, hash) ->
            compare(name + "/" + path, hash, Optional.ofNullable(archive.hashes().get(path))));
    archive.hashes().keySet().stream()
        .filter(path -> !files.containsKey(path))
        .forEach(path -> deviates(name + "/" + path, "its manifest does not name it"));
  }

  private void compare(String path, String wanted, Optional<String> found) {
    if (found.isEmpty()) {
      deviates(path, "missing");
    } else if (!found.get().equals(wanted)) {
      deviates(path, changed());
    }
  }

  private void compare(String path, String wanted, FileHashes.Found found) {
    if (found.hash().isEmpty()) {
      deviates(path, said(found.file()));
    } else {
      id.put(path, found.git().orElseThrow());
      compare(path, wanted, found.hash());
    }
  }

  private String changed() {
    return edition
        .map(number -> "changed since edition " + number + " was signed off")
        .orElse("changed since the working site was published");
  }

  private static String said(SiteFile file) {
    if (file instanceof SiteFile.TooLarge) {
      return "larger than anything Fortnight publishes";
    }
    return file instanceof SiteFile.NotPlain ? "not a file, but a link or the like" : "missing";
  }

  private Optional<Checked> manifest(boolean isArchived) {
    SiteFile file = site.file(folder + Manifest.FILE, LARGEST_MANIFEST);
    if (!(file instanceof SiteFile.Content content)) {
      deviates(Manifest.FILE, said(file));
      return Optional.empty();
    }
    Optional<TreeManifest> read = TreeManifest.read(content.bytes());
    if (read.isEmpty()) {
      deviates(
          Manifest.FILE, "it is not a manifest that can be read, so the tree was not compared");
      return Optional.empty();
    }
    TreeManifest manifest = read.get();
    String hash = Manifest.tree(manifest.files());
    if (!hash.equals(manifest.tree())) {
      deviates(Manifest.FILE, "the hash of the tree is not that of the files that it names");
    }
    if (!manifest.edition().equals(edition)) {
      deviates(Manifest.FILE, "it is the manifest of another tree");
    }
    id.put(Manifest.FILE, FolderId.ofFile(content.bytes()));
    Tree tree =
        new Tree(edition, folder, manifest.files().size(), hash, manifest.audit(), isArchived);
    return Optional.of(new Checked(tree, manifest, content.bytes()));
  }

  /** That the list of versions says the same as the manifest. */
  void compare(Checked checked, VersionsFile.Listed listed) {
    if (listed.tree().filter(tree -> !tree.equals(checked.manifest().tree())).isPresent()) {
      deviates(checked, "hash");
    }
    if (listed.date().filter(date -> !date.equals(checked.manifest().date())).isPresent()) {
      deviates(checked, "date");
    }
    // only git's id covers the manifest too; when nothing else differs, that is what does
    if (isWhole && listed.git().filter(git -> !git.equals(id.name())).isPresent()) {
      deviates(Manifest.FILE, "changed since versions.json was written");
    }
  }

  private void deviates(Checked checked, String what) {
    isWhole = false;
    String said =
        "it states another " + what + " of " + checked.tree().title() + " than its manifest";
    deviations.accept(new Deviation(ReadableSite.VERSIONS, said));
  }

  /** That the copy at the root is this edition. */
  void compareRoot(Checked newest) {
    NavigableMap<String, String> files = newest.manifest().files();
    String what = "not as " + newest.tree().title() + " has it";
    new FileHashes(site, LARGEST_FILE)
        .forEach(
            "",
            files.keySet(),
            (path, found) -> {
              if (!found.hash().equals(Optional.of(files.get(path)))) {
                deviations.accept(
                    new Deviation(path, found.hash().isEmpty() ? said(found.file()) : what));
              }
            });
    SiteFile manifest = site.file(Manifest.FILE, LARGEST_MANIFEST);
    boolean isSame =
        manifest instanceof SiteFile.Content content
            && Arrays.equals(content.bytes(), newest.manifestBytes());
    if (!isSame) {
      deviations.accept(new Deviation(Manifest.FILE, what));
    }
  }

  private void deviates(String path, String what) {
    isWhole = false;
    deviations.accept(new Deviation(folder + path, what));
  }
}
