package dev.fortnight.site;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What includes rendered for what they were given, so that a list of thousands is not rendered
 * again for one of its entries. Several threads may ask.
 */
final class RenderedIncludes {

  private static final int MOST = 30_000;

  private record Call(String name, Map<String, Object> given) {}

  private final Map<Call, String> rendered =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Call, String> eldest) {
              return size() > MOST;
            }
          });
  private Optional<Object> site = Optional.empty();

  /**
   * Before the pages of a tree.
   *
   * @param told what {@code site} stands for in all of them
   * @param isAsBefore whether it is equal to the one of the tree before
   */
  void begin(Object told, boolean isAsBefore) {
    site = Optional.of(told);
    if (!isAsBefore) {
      rendered.clear();
    }
  }

  /** Whether pages show this very site. */
  boolean isOf(Object shown) {
    return site.isPresent() && site.get() == shown;
  }

  /**
   * @param given plain values, which nobody changes later
   */
  Optional<String> find(String name, Map<String, Object> given) {
    return Optional.ofNullable(rendered.get(new Call(name, given)));
  }

  /**
   * @param html what hangs on the site and on what is given alone
   */
  void keep(String name, Map<String, Object> given, String html) {
    rendered.put(new Call(name, given), html);
  }
}
