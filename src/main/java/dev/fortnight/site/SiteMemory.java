package dev.fortnight.site;

import dev.fortnight.site.search.SearchMemory;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps what the pages of a tree were made of and what its other files hold, so that a process that
 * builds it again writes only what changed. It belongs to one folder, which nobody else writes to.
 */
public final class SiteMemory {

  /** What a page was made of. */
  record Made(String layout, Map<String, Object> said, String text) {}

  private final SearchMemory search = new SearchMemory();
  private Theme theme = Theme.WITHOUT_ANYTHING;
  private String rules = "";
  private Map<String, Object> site = Map.of();
  private Map<String, Made> pages = new ConcurrentHashMap<>();
  private Map<String, byte[]> files = new ConcurrentHashMap<>();
  private Queue<Layouts> layouts = new ConcurrentLinkedQueue<>();

  /**
   * Forgets the pages that another theme or other rules would make or let through differently.
   *
   * @param rules by which finished pages are searched
   */
  void begin(Theme with, String rules) {
    boolean isSameTheme = isSame(theme, with);
    if (!isSameTheme) {
      theme = with;
      layouts = new ConcurrentLinkedQueue<>();
    }
    if (!isSameTheme || !rules.equals(this.rules)) {
      this.rules = rules;
      pages = new ConcurrentHashMap<>();
    }
  }

  private static boolean isSame(Theme one, Theme other) {
    return one.files().keySet().equals(other.files().keySet())
        && one.files().entrySet().stream()
            .allMatch(file -> Arrays.equals(file.getValue(), other.files().get(file.getKey())));
  }

  /** Whether pages were made with the same of the site. */
  boolean isSame(Map<String, Object> told) {
    return told.equals(site);
  }

  Made page(String file) {
    return pages.get(file);
  }

  /** After everything was written. */
  void keep(Map<String, Object> told, Map<String, Made> made) {
    site = told;
    pages = made;
  }

  /** After something went wrong: nobody knows what was written. */
  void forget() {
    pages = new ConcurrentHashMap<>();
    files = new ConcurrentHashMap<>();
  }

  /** A sink that leaves the files alone that hold the same already. */
  SiteSink before(FolderSink folder) {
    Map<String, byte[]> earlier = files;
    Map<String, byte[]> now = new ConcurrentHashMap<>();
    files = now;
    return new SiteSink() {
      @Override
      public void expect(java.util.Collection<String> paths) {
        folder.expect(paths);
      }

      @Override
      public void file(String path, byte[] bytes) {
        if (Arrays.equals(earlier.get(path), bytes)) {
          folder.kept(path);
        } else {
          folder.file(path, bytes);
        }
        if (!path.endsWith(".html")) {
          now.put(path, bytes);
        }
      }
    };
  }

  SearchMemory search() {
    return search;
  }

  /** Layouts for one thread, for as long as it renders. */
  Layouts layouts() {
    Layouts free = layouts.poll();
    return free == null ? new Layouts(theme) : free;
  }

  void giveBack(Layouts used) {
    layouts.add(used);
  }
}
