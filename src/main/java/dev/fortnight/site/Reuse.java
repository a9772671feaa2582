package dev.fortnight.site;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.site.search.SearchMemory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells the pages of a build that an earlier one left as they would be made, from several threads.
 */
interface Reuse {

  /**
   * Starts over.
   *
   * @param site what all pages are made with
   * @param items tells whose page a file is
   */
  void begin(
      Map<String, Object> site, Supplier<Map<String, String>> items, CheckedResearch research);

  /** Whether a page is there already, as far as can be told before it is known what it says. */
  default boolean has(Page page) {
    return false;
  }

  /** Whether a page is there already. */
  boolean has(Page page, Map<String, Object> said, String text);

  /** Whether another file is there already, as it was searched by the same rules. */
  default boolean hasFile(String path, byte[] bytes) {
    return false;
  }

  /** Another file as it was let through by the same rules; empty where none was. */
  default Optional<byte[]> letThrough(String path) {
    return Optional.empty();
  }

  /** Leaves what is there. */
  void keep();

  /** How many pages are left as they are. */
  int count();

  Map<String, PageInputs> inputs();

  /** Empty where nobody asked, or where there is no such page. */
  Optional<Explanation> explanation();

  /** What the search's index need not read again. */
  default SearchMemory search() {
    return SearchMemory.none();
  }

  /** What need not be made again. */
  default TreeParts parts() {
    return TreeParts.none();
  }

  /** What a theme's layouts call their places. */
  default Set<String> ids(Theme theme) {
    return theme.ids();
  }

  /** Layouts for one thread. */
  default Layouts layouts(Theme theme) {
    return new Layouts(theme);
  }

  /** Takes back the layouts of a thread that has rendered its pages. */
  default void giveBack(Layouts layouts) {}
}
