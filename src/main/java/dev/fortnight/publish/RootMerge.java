package dev.fortnight.publish;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.publish.Entries.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Replaces what we once put into a folder that others use too. What is there with the bytes that we
 * put there is ours; all else stays, and stops us where it stands in the way (decision 5). It looks
 * only into folders that differ.
 */
final class RootMerge {

  private final SiteStore store;
  private final boolean adopt;

  /**
   * @param adopt whether files of others at our addresses may be replaced
   */
  RootMerge(SiteStore store, boolean adopt) {
    this.store = store;
    this.adopt = adopt;
  }

  /**
   * @param ours what we put there the last time
   * @param there what is there now
   * @param wanted what is to be there
   */
  Entries merge(Entries ours, Entries there, Entries wanted) {
    return merge(ours, there, wanted, "");
  }

  private Entries merge(Entries ours, Entries there, Entries wanted, String path) {
    NavigableMap<String, Entry> merged = new TreeMap<>();
    Set<String> names = new TreeSet<>(there.byName().keySet());
    names.addAll(wanted.byName().keySet());
    for (String name : names) {
      merge(ours.get(name), there.get(name), wanted.get(name), path + name)
          .ifPresent(entry -> merged.put(name, entry));
    }
    return new Entries(merged);
  }

  private Optional<Entry> merge(
      Optional<Entry> ours, Optional<Entry> there, Optional<Entry> wanted, String path) {
    if (there.isEmpty() || there.get().isSameAs(ours.orElse(null))) {
      return wanted;
    }
    if (there.get().isSameAs(wanted.orElse(null))) {
      return there;
    }
    if (there.get().isFolder()) {
      return merged(ours, there, wanted, path);
    }
    if (wanted.isPresent() && !adopt) {
      throw inTheWay(path);
    }
    return wanted.or(() -> there);
  }

  private Optional<Entry> merged(
      Optional<Entry> ours, Optional<Entry> there, Optional<Entry> wanted, String path) {
    boolean isFileWanted = wanted.isPresent() && !wanted.get().isFolder();
    Entries merged =
        merge(
            inside(ours), inside(there), isFileWanted ? Entries.NONE : inside(wanted), path + "/");
    if (isFileWanted && !merged.isEmpty()) {
      // a whole folder of somebody else's is never adopted away for one file
      throw inTheWay(path + "/" + merged.byName().firstKey());
    }
    if (merged.isEmpty()) {
      return isFileWanted ? wanted : Optional.empty();
    }
    return Optional.of(store.folder(merged));
  }

  private Entries inside(Optional<Entry> entry) {
    return entry
        .filter(Entry::isFolder)
        .map(folder -> store.entries(folder.id()))
        .orElse(Entries.NONE);
  }

  static ProblemException inTheWay(String path) {
    return new ProblemException(
        "the published site has a file of somebody else's at " + Entries.readable(path),
        "Move it, or set 'publish: {adopt: true}' in programme.yml to replace it.");
  }
}
