package dev.fortnight.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * What one folder holds, as git keeps it.
 *
 * @param byName names as their raw bytes, one char each: so those of others survive whatever they
 *     are, and the order is git's
 */
record Entries(NavigableMap<String, Entry> byName) {

  static final Entries NONE = new Entries(new TreeMap<>());

  /** A file or folder. */
  record Entry(FileMode mode, ObjectId id) {

    static Entry file(ObjectId id) {
      return new Entry(FileMode.REGULAR_FILE, id);
    }

    static Entry folder(ObjectId id) {
      return new Entry(FileMode.TREE, id);
    }

    boolean isFolder() {
      return mode == FileMode.TREE;
    }

    boolean isSameAs(Entry other) {
      return other != null && id.equals(other.id) && isFolder() == other.isFolder();
    }
  }

  Entries {
    byName = Collections.unmodifiableNavigableMap(byName);
  }

  static Entries parse(byte[] tree) {
    NavigableMap<String, Entry> entries = new TreeMap<>();
    CanonicalTreeParser parser = new CanonicalTreeParser();
    for (parser.reset(tree); !parser.eof(); parser.next()) {
      byte[] name = new byte[parser.getNameLength()];
      parser.getName(name, 0);
      entries.put(
          new String(name, StandardCharsets.ISO_8859_1),
          new Entry(parser.getEntryFileMode(), parser.getEntryObjectId()));
    }
    return new Entries(entries);
  }

  /** A name as this record keeps it. */
  static String raw(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** A kept name as people read it. */
  static String readable(String raw) {
    return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  Optional<Entry> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  /** The same with something at a name, or without that name. */
  Entries with(String name, Optional<Entry> entry) {
    NavigableMap<String, Entry> changed = new TreeMap<>(byName);
    entry.ifPresentOrElse(there -> changed.put(name, there), () -> changed.remove(name));
    return new Entries(changed);
  }

  Entries with(String name, Entry entry) {
    return with(name, Optional.of(entry));
  }

  /** The bytes of git's tree object. */
  byte[] bytes() {
    NavigableMap<String, Map.Entry<String, Entry>> inOrder = new TreeMap<>();
    for (Map.Entry<String, Entry> entry : byName.entrySet()) {
      inOrder.put(entry.getKey() + (entry.getValue().isFolder() ? "/" : ""), entry);
    }
    TreeFormatter tree = new TreeFormatter();
    for (Map.Entry<String, Entry> entry : inOrder.values()) {
      byte[] name = entry.getKey().getBytes(StandardCharsets.ISO_8859_1);
      tree.append(name, entry.getValue().mode(), entry.getValue().id());
    }
    try {
      return tree.toByteArray();
    } catch (RuntimeException e) {
      throw new UncheckedIOException(new IOException("a folder is too large for git", e));
    }
  }

  ObjectId id() {
    return GitHash.tree(bytes());
  }
}
