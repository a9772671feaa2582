package dev.fortnight.edition;

import java.util.function.Function;

/**
 * What was made of something last; it is made again only of something else. Of several threads one
 * makes it, and the others wait.
 *
 * @param <K> what it is made of, compared by {@code equals}
 */
public final class Remembered<K, V> {

  private K of;
  private V made;

  /**
   * @param making never gives null
   */
  public synchronized V of(K key, Function<K, V> making) {
    if (made == null || !key.equals(of)) {
      made = making.apply(key);
      of = key;
    }
    return made;
  }
}
