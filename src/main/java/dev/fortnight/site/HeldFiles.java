package dev.fortnight.site;

import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps files that may not be seen yet, from several threads. */
public interface HeldFiles extends AutoCloseable {

  void put(String path, byte[] bytes);

  /** The file of a path that was put here. */
  byte[] get(String path);

  NavigableSet<String> paths();

  /** Forgets all of them. */
  @Override
  void close();

  /** For trees that are gathered in memory anyway. */
  static HeldFiles inMemory() {
    Map<String, byte[]> files = new ConcurrentHashMap<>();
    return new HeldFiles() {
      @Override
      public void put(String path, byte[] bytes) {
        files.put(path, bytes);
      }

      @Override
      public byte[] get(String path) {
        return files.get(path);
      }

      @Override
      public NavigableSet<String> paths() {
        return new TreeSet<>(files.keySet());
      }

      @Override
      public void close() {
        files.clear();
      }
    };
  }
}
