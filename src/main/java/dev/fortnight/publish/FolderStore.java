package dev.fortnight.publish;

import dev.fortnight.publish.Entries.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;

/** The site as files in a folder, under the ids that git would give them. */
final class FolderStore implements SiteStore {

  private final Map<ObjectId, Path> there = new HashMap<>();
  private final Map<ObjectId, byte[]> kept = new HashMap<>();
  private final Map<ObjectId, Entries> folders = new HashMap<>();

  /** Takes a folder in; empty folders and whatever is no file are left out, as git would. */
  Entries take(Path folder) throws IOException {
    NavigableMap<String, Entry> entries = new TreeMap<>();
    List<Path> paths;
    try (Stream<Path> listed = Files.list(folder)) {
      paths = listed.toList();
    }
    for (Path path : paths) {
      String name = Entries.raw(path.getFileName().toString());
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        Entries inner = take(path);
        if (!inner.isEmpty()) {
          entries.put(name, folder(inner));
        }
      } else if (Files.isRegularFile(path)) {
        ObjectId id = GitHash.blob(Files.readAllBytes(path));
        there.put(id, path);
        entries.put(name, Entry.file(id));
      }
    }
    return new Entries(entries);
  }

  /** Writes a folder out. */
  void write(Entries entries, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, Entry> named : entries.byName().entrySet()) {
      Path path = folder.resolve(Entries.readable(named.getKey()));
      ObjectId id = named.getValue().id();
      if (named.getValue().isFolder()) {
        write(entries(id), path);
      } else if (kept.containsKey(id)) {
        Files.write(path, kept.get(id));
      } else {
        Files.copy(there.get(id), path);
      }
    }
  }

  @Override
  public void keep(ObjectId blob, byte[] bytes) {
    if (!there.containsKey(blob)) {
      kept.put(blob, bytes);
    }
  }

  @Override
  public void keep(ObjectId tree, Entries entries) {
    folders.put(tree, entries);
  }

  @Override
  public byte[] read(ObjectId blob) {
    try {
      byte[] bytes = kept.get(blob);
      return bytes != null ? bytes : Files.readAllBytes(there.get(blob));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long size(ObjectId blob) {
    try {
      byte[] bytes = kept.get(blob);
      return bytes != null ? bytes.length : Files.size(there.get(blob));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Entries entries(ObjectId tree) {
    return folders.get(tree);
  }
}
