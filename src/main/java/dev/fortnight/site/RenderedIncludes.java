package dev.fortnight.site;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What includes rendered for what they were given, so that a list of thousands is not rendered
 * again for one of its entries. What nobody asked for the longest is forgotten first. Several
 * threads may ask.
 */
final class RenderedIncludes {

  /** In UTF-16 units: the lists of some ten thousand notes, as wholes and entry by entry. */
  private static final int MOST = 1 << 25;

  /** Equal as any record is; those that Java makes take several times as long in a preview. */
  private record Call(String name, Map<String, Object> given) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Call call && name.equals(call.name) && given.equals(call.given);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + given.hashCode();
    }
  }

  private final int most;
  private final Map<Call, String> rendered = new LinkedHashMap<>(16, 0.75f, true);
  private int held;
  private Optional<Object> site = Optional.empty();

  RenderedIncludes() {
    this(MOST);
  }

  /**
   * @param most how much is kept, in UTF-16 units
   */
  RenderedIncludes(int most) {
    this.most = most;
  }

  /**
   * Before the pages of a tree.
   *
   * @param told what {@code site} stands for in all of them
   * @param isAsBefore whether it is equal to the one of the tree before
   */
  synchronized void begin(Object told, boolean isAsBefore) {
    site = Optional.of(told);
    if (!isAsBefore) {
      rendered.clear();
      held = 0;
    }
  }

  /** Whether pages show this very site. */
  synchronized boolean isOf(Object shown) {
    return site.isPresent() && site.get() == shown;
  }

  /**
   * @param given plain values, which nobody changes later
   */
  synchronized Optional<String> find(String name, Map<String, Object> given) {
    return Optional.ofNullable(rendered.get(new Call(name, given)));
  }

  /**
   * @param html what hangs on the site and on what is given alone
   */
  synchronized void keep(String name, Map<String, Object> given, String html) {
    String before = rendered.put(new Call(name, given), html);
    held += html.length() - (before == null ? 0 : before.length());
    Iterator<String> eldest = rendered.values().iterator();
    while (held > most) {
      held -= eldest.next().length();
      eldest.remove();
    }
  }
}
