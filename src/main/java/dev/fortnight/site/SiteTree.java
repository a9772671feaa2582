package dev.fortnight.site;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The files of one tree, by path relative to its root.
 *
 * @param files not to be changed, its arrays neither
 */
public record SiteTree(NavigableMap<String, byte[]> files) {

  public SiteTree {
    files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
  }

  /** The same with one file more. */
  public SiteTree with(String path, byte[] bytes) {
    NavigableMap<String, byte[]> more = new TreeMap<>(files);
    more.put(path, bytes);
    return new SiteTree(more);
  }

  /** Gathers a tree in memory. */
  public static final class Collector implements SiteSink {

    private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();

    @Override
    public void file(String path, byte[] bytes) {
      if (files.putIfAbsent(path, bytes) != null) {
        throw new IllegalStateException("two files for " + path);
      }
    }

    public SiteTree tree() {
      return new SiteTree(new TreeMap<>(files));
    }
  }

  /** Gathers a tree in memory that has files of an earlier one. */
  static final class Again implements KeepingSink {

    private final SiteTree earlier;
    private final Collector collector = new Collector();

    Again(SiteTree earlier) {
      this.earlier = earlier;
    }

    @Override
    public void file(String path, byte[] bytes) {
      collector.file(path, bytes);
    }

    @Override
    public void kept(String path) {
      collector.file(path, earlier.files().get(path));
    }

    SiteTree tree() {
      return collector.tree();
    }
  }
}
