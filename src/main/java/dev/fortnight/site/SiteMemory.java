package dev.fortnight.site;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.privacy.PageDifference;
import dev.fortnight.privacy.PersonalDataSearch;
import dev.fortnight.site.search.SearchMemory;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/**
 * Keeps what the pages of a tree were made of and what its other files hold, so that a process that
 * builds it again makes only what changed. It belongs to one folder, which nobody else writes to,
 * or to one tree in memory.
 */
public final class SiteMemory {

  /** What a page was made of. */
  record Made(
      String file, String layout, Map<String, Object> said, String text, Mentions mentions) {

    Made(String file, String layout, Map<String, Object> said, String text) {
      this(file, layout, said, text, new Mentions(said));
    }

    boolean isOf(String otherLayout, Map<String, Object> otherSaid, String otherText) {
      return layout.equals(otherLayout) && text.equals(otherText) && said.equals(otherSaid);
    }
  }

  /** What a tree was built of, beside the theme. */
  private record Shape(CheckedResearch research, Tree tree) {}

  private final SearchMemory index = new SearchMemory();
  private final TreeParts parts = TreeParts.keeping();
  private Set<String> ids = Set.of();
  private Theme theme = Theme.WITHOUT_ANYTHING;
  private String rules = "";
  private PersonalDataSearch search = PersonalDataSearch.NOTHING;
  private Map<String, Object> site = Map.of();
  private Optional<Shape> earlier = Optional.empty();
  private Map<String, Made> pages = new ConcurrentHashMap<>();
  private Map<String, byte[]> earlierFiles = new ConcurrentHashMap<>();
  private Map<String, byte[]> files = new ConcurrentHashMap<>();
  private Queue<Layouts> layouts = new ConcurrentLinkedQueue<>();
  private RenderedIncludes includes = new RenderedIncludes();

  /**
   * Forgets what another theme or other rules would make or let through differently.
   *
   * @param research says by what rules finished pages are searched, too
   * @return the theme as it was read before, while it is the same
   */
  Theme begin(Theme with, CheckedResearch research, Tree tree) {
    String current = research.searchHash();
    boolean isSearchedAlike = current.equals(rules) && research.search() == search;
    boolean isSameTheme = isSame(theme, with);
    if (!isSameTheme) {
      theme = with;
      layouts = new ConcurrentLinkedQueue<>();
      includes = new RenderedIncludes();
      parts.forget();
      ids = with.ids();
    }
    if (!isSearchedAlike) {
      rules = current;
      search = research.search();
      files = new ConcurrentHashMap<>();
    }
    if (!isSameTheme || !isSearchedAlike) {
      pages = new ConcurrentHashMap<>();
    }
    boolean mayAnythingDiffer = !isSameTheme || !isSearchedAlike;
    parts.changed(
        earlier
            .filter(last -> !mayAnythingDiffer && last.tree().equals(tree))
            .flatMap(last -> research.changeSince(last.research())));
    return theme;
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

  /** What includes rendered, by this theme. */
  RenderedIncludes includes() {
    return includes;
  }

  Made page(String address) {
    return pages.get(address);
  }

  /** How many there were. */
  int pages() {
    return pages.size();
  }

  /** After everything was written. */
  void keep(Map<String, Object> told, Map<String, Made> made, CheckedResearch research, Tree tree) {
    site = told;
    pages = made;
    earlier = Optional.of(new Shape(research, tree));
  }

  /** After something went wrong: nobody knows what was written. */
  void forget() {
    pages = new ConcurrentHashMap<>();
    files = new ConcurrentHashMap<>();
    earlier = Optional.empty();
    parts.forget();
  }

  /** Whether this very file was let through and written by the build before. */
  boolean holds(String path, byte[] bytes) {
    return earlierFiles.get(path) == bytes;
  }

  /** A file of the build before, which was searched by the same rules; of pages, a long one. */
  Optional<byte[]> letThrough(String path) {
    return Optional.ofNullable(earlierFiles.get(path));
  }

  /** These very ones, since what went through a sink is a copy. */
  void keepFiles(Map<String, byte[]> kept) {
    files.putAll(kept);
  }

  /**
   * Those of the long pages that are as they were.
   *
   * @param isKept tells them by their paths; one that is gone, or written anew, is none
   */
  void keepPages(Predicate<String> isKept) {
    earlierFiles.forEach(
        (path, page) -> {
          if (path.endsWith(".html") && isKept.test(path)) {
            files.put(path, page);
          }
        });
  }

  /** A sink that leaves the files alone that hold the same already. */
  SiteSink before(KeepingSink place) {
    earlierFiles = files;
    files = new ConcurrentHashMap<>();
    return new SiteSink() {
      @Override
      public HeldFiles hold() {
        return place.hold();
      }

      @Override
      public void expect(java.util.Collection<String> paths) {
        place.expect(paths);
      }

      @Override
      public void file(String path, byte[] bytes) {
        if (Arrays.equals(earlierFiles.get(path), bytes)) {
          place.kept(path);
        } else {
          place.file(path, bytes);
        }
        if (!path.endsWith(".html") || PageDifference.isOf(bytes)) {
          files.put(path, bytes);
        }
      }
    };
  }

  /** What the theme's layouts call their places. */
  Set<String> ids() {
    return ids;
  }

  TreeParts parts() {
    return parts;
  }

  SearchMemory search() {
    return index;
  }

  /** Layouts for one thread, for as long as it renders. */
  Layouts layouts() {
    Layouts free = layouts.poll();
    return free == null ? new Layouts(theme, Optional.of(includes)) : free;
  }

  void giveBack(Layouts used) {
    layouts.add(used);
  }
}
