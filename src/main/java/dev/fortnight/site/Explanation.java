package dev.fortnight.site;

import dev.fortnight.note.Address;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Why a page was made, and of what.
 *
 * @param address relative to the tree's root
 * @param isMade false if it was left as an earlier build made it
 * @param changed the names of what changed since; empty where no earlier build made the page
 * @param theme the files of the theme that it is made with
 * @param told what its layout is told of it, by name
 * @param shows what it leads to or shows of others: paths of notes, {@code topics/<slug>}
 */
public record Explanation(
    String address,
    boolean isMade,
    Optional<SortedSet<String>> changed,
    NavigableSet<String> theme,
    NavigableSet<String> told,
    NavigableSet<String> shows) {

  /**
   * @param data what the layout is told of the page
   * @param items whose page a file is
   */
  static Explanation of(
      Page page,
      Map<String, Object> data,
      Theme theme,
      PageInputs inputs,
      Optional<PageInputs> earlier,
      boolean isMade,
      Map<String, String> items) {
    NavigableSet<String> shows = new TreeSet<>();
    gather(data, items, shows);
    return new Explanation(
        page.address(),
        isMade,
        earlier.map(inputs::changedSince),
        theme.filesOf(page.layout()).navigableKeySet(),
        new TreeSet<>(data.keySet()),
        shows);
  }

  private static void gather(Object value, Map<String, String> items, SortedSet<String> shows) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(one -> gather(one, items, shows));
    } else if (value instanceof Iterable<?> some) {
      some.forEach(one -> gather(one, items, shows));
    } else if (value instanceof String text) {
      Optional.ofNullable(items.get(Address.file(text.replaceFirst("#.*", ""))))
          .ifPresent(shows::add);
    }
  }
}
