package dev.fortnight.edition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Keeps what was read of pages, and reads again only those that have other bytes. */
final class ReadPages {

  private record Kept(byte[] bytes, ReadPage read) {}

  private final boolean isKeeping;
  private Map<String, Kept> kept = Map.of();

  ReadPages() {
    this(true);
  }

  private ReadPages(boolean isKeeping) {
    this.isKeeping = isKeeping;
  }

  /** For a tree that none follows. */
  static ReadPages none() {
    return new ReadPages(false);
  }

  /**
   * What the pages of a tree say of themselves, by file.
   *
   * @param files of the tree
   */
  synchronized Map<String, ReadPage> of(Map<String, byte[]> files) {
    Map<String, ReadPage> read = new HashMap<>();
    Map<String, Kept> now = new HashMap<>();
    files.forEach(
        (path, bytes) -> {
          if (path.endsWith(".html")) {
            Kept earlier = kept.get(path);
            boolean isSame = earlier != null && Arrays.equals(earlier.bytes(), bytes);
            Kept page = isSame ? earlier : new Kept(bytes, ReadPage.of(path, bytes));
            read.put(path, page.read());
            now.put(path, page);
          }
        });
    kept = isKeeping ? now : Map.of();
    return read;
  }
}
