package dev.fortnight.publish;

import dev.fortnight.publish.Entries.Entry;
import dev.fortnight.site.SiteTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/** A tree's files and folders under the ids that git gives them, before anything is written. */
final class HashedTree {

  /** What stands at a name. */
  private sealed interface Node {

    Entry entry();
  }

  private record File(Entry entry, byte[] bytes) implements Node {}

  private record Folder(Entry entry, Entries entries, Map<String, Node> nodes) implements Node {}

  /**
   * What has to be written so that the tree is there.
   *
   * @param folders inner ones first
   */
  record Missing(List<byte[]> files, List<Entries> folders) {}

  private final Folder root;
  private final Set<String> paths;
  private final long size;

  private HashedTree(Folder root, Set<String> paths, long size) {
    this.root = root;
    this.paths = paths;
    this.size = size;
  }

  static HashedTree of(SiteTree tree) {
    List<Map.Entry<String, byte[]>> files = List.copyOf(tree.files().entrySet());
    List<ObjectId> ids = files.parallelStream().map(file -> GitHash.blob(file.getValue())).toList();
    Growing root = new Growing();
    long size = 0;
    for (int i = 0; i < ids.size(); i++) {
      byte[] bytes = files.get(i).getValue();
      root.add(Entries.raw(files.get(i).getKey()), new File(Entry.file(ids.get(i)), bytes));
      size += bytes.length;
    }
    return new HashedTree(root.folder(), tree.files().keySet(), size);
  }

  Entry entry() {
    return root.entry();
  }

  Entries entries() {
    return root.entries();
  }

  /** A file or folder of it. */
  Optional<Entry> entry(String path) {
    Node node = root;
    for (String name : path.split("/")) {
      node = node instanceof Folder folder ? folder.nodes().get(Entries.raw(name)) : null;
    }
    return Optional.ofNullable(node).map(Node::entry);
  }

  /** The paths of its files. */
  Set<String> paths() {
    return paths;
  }

  /** The bytes of its files. */
  long size() {
    return size;
  }

  /** What a place that has another tree already lacks of this one; equal folders stay closed. */
  Missing missing(SiteStore store, Optional<Entry> there) {
    Missing missing = new Missing(new ArrayList<>(), new ArrayList<>());
    compare(root, there, store, missing);
    return missing;
  }

  private static void compare(Node node, Optional<Entry> there, SiteStore store, Missing missing) {
    if (there.filter(node.entry()::isSameAs).isPresent()) {
      return;
    }
    if (node instanceof File file) {
      missing.files().add(file.bytes());
      return;
    }
    Folder folder = (Folder) node;
    Entries entries =
        there.filter(Entry::isFolder).map(Entry::id).map(store::entries).orElse(Entries.NONE);
    folder.nodes().forEach((name, inner) -> compare(inner, entries.get(name), store, missing));
    missing.folders().add(folder.entries());
  }

  /** A folder while its files are gathered. */
  private static final class Growing {

    private final Map<String, File> files = new TreeMap<>();
    private final Map<String, Growing> folders = new TreeMap<>();

    void add(String path, File file) {
      int slash = path.indexOf('/');
      if (slash < 0) {
        files.put(path, file);
      } else {
        String name = path.substring(0, slash);
        folders.computeIfAbsent(name, absent -> new Growing()).add(path.substring(slash + 1), file);
      }
    }

    Folder folder() {
      Map<String, Node> nodes = new TreeMap<>(files);
      folders.forEach((name, folder) -> nodes.put(name, folder.folder()));
      NavigableMap<String, Entry> byName = new TreeMap<>();
      nodes.forEach((name, node) -> byName.put(name, node.entry()));
      Entries entries = new Entries(byName);
      return new Folder(Entry.folder(entries.id()), entries, nodes);
    }
  }
}
