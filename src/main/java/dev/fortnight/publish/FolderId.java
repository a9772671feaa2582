package dev.fortnight.publish;

import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;

/** The id that git gives a folder of plain files, manifest included. */
final class FolderId {

  private final NavigableMap<String, ObjectId> files = new TreeMap<>();

  static ObjectId ofFile(byte[] bytes) {
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      return formatter.idFor(Constants.OBJ_BLOB, bytes);
    }
  }

  /**
   * @param path plain, relative to the folder
   */
  void put(String path, ObjectId id) {
    files.put(path, id);
  }

  String name() {
    return of(files).name();
  }

  private static ObjectId of(NavigableMap<String, ObjectId> files) {
    // git sorts a folder as if its name ended with a slash
    NavigableMap<String, NavigableMap<String, ObjectId>> entries = new TreeMap<>();
    files.forEach(
        (path, id) -> {
          int slash = path.indexOf('/');
          String name = slash < 0 ? path : path.substring(0, slash + 1);
          String rest = slash < 0 ? "" : path.substring(slash + 1);
          entries.computeIfAbsent(name, key -> new TreeMap<>()).put(rest, id);
        });
    TreeFormatter tree = new TreeFormatter();
    entries.forEach(
        (name, inside) -> {
          boolean isFolder = name.endsWith("/");
          String bare = isFolder ? name.substring(0, name.length() - 1) : name;
          tree.append(
              bare.getBytes(StandardCharsets.UTF_8),
              isFolder ? FileMode.TREE : FileMode.REGULAR_FILE,
              isFolder ? of(inside) : inside.get(""));
        });
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      return tree.computeId(formatter);
    }
  }
}
