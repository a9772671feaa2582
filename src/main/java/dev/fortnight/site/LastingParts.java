package dev.fortnight.site;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps parts of a tree by name until told that they would be made otherwise, through trees that do
 * not ask for them too. Several threads may ask.
 *
 * @param <V> a part, never null
 */
final class LastingParts<V> {

  private record Kept<V>(V part, Set<String> named) {}

  private final boolean isKeeping;
  private final Map<String, Kept<V>> kept = new ConcurrentHashMap<>();

  /**
   * @param isKeeping false for a tree that none follows
   */
  LastingParts(boolean isKeeping) {
    this.isKeeping = isKeeping;
  }

  /**
   * @param named the addresses of others whose titles it shows
   */
  V part(String name, Supplier<Set<String>> named, Supplier<V> making) {
    Kept<V> before = kept.get(name);
    if (before != null) {
      return before.part();
    }
    V made = making.get();
    if (isKeeping) {
      kept.put(name, new Kept<>(made, named.get()));
    }
    return made;
  }

  void forget() {
    kept.clear();
  }

  /** Forgets these parts, and those that show titles of what was renamed. */
  void forget(Set<String> names, Set<String> renamed) {
    names.forEach(kept::remove);
    if (!renamed.isEmpty()) {
      kept.values().removeIf(part -> part.named().stream().anyMatch(renamed::contains));
    }
  }
}
