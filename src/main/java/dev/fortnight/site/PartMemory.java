package dev.fortnight.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps parts of a tree by name, for as long as they are made of the same. What is not asked for
 * between two beginnings is forgotten. Several threads may ask.
 *
 * @param <V> a part, never null
 */
final class PartMemory<V> {

  private record Kept<V>(Object of, V part) {}

  private final boolean isKeeping;
  private Map<String, Kept<V>> earlier = Map.of();
  private Map<String, Kept<V>> current = new ConcurrentHashMap<>();

  /**
   * @param isKeeping false for a tree that none follows: all parts at once would need more memory
   *     than it
   */
  PartMemory(boolean isKeeping) {
    this.isKeeping = isKeeping;
  }

  void begin() {
    earlier = current;
    current = new ConcurrentHashMap<>();
  }

  void forget() {
    earlier = Map.of();
    current = new ConcurrentHashMap<>();
  }

  /**
   * A part as it was made before, or is made now.
   *
   * @param of all that it depends on, compared by {@code equals}; not to be changed later
   */
  V of(String name, Object of, Supplier<V> making) {
    if (!isKeeping) {
      return making.get();
    }
    Kept<V> kept = kept(name);
    Kept<V> found = kept != null && kept.of().equals(of) ? kept : new Kept<>(of, making.get());
    current.put(name, found);
    return found.part();
  }

  private Kept<V> kept(String name) {
    return current.getOrDefault(name, earlier.get(name));
  }
}
