package dev.fortnight.site;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The addresses of the tree that a page leads to, by what it says; read when somebody asks. */
final class Mentions {

  private static final String UP = "../";

  private final Map<String, Object> said;
  private Set<String> addresses;

  Mentions(Map<String, Object> said) {
    this.said = said;
  }

  /** Relative to the tree's root, without fragments; and other words that say nothing. */
  synchronized Set<String> addresses() {
    if (addresses == null) {
      Set<String> found = new HashSet<>();
      collect(said, found);
      addresses = Set.copyOf(found);
    }
    return addresses;
  }

  private static void collect(Object value, Set<String> found) {
    if (value instanceof Map<?, ?> values) {
      values.values().forEach(one -> collect(one, found));
    } else if (value instanceof Collection<?> values) {
      values.forEach(one -> collect(one, found));
    } else if (value instanceof String text && text.indexOf(' ') < 0) {
      found.add(address(text));
    }
  }

  private static String address(String link) {
    int from = 0;
    while (link.startsWith(UP, from)) {
      from += UP.length();
    }
    int hash = link.indexOf('#', from);
    return link.substring(from, hash < 0 ? link.length() : hash);
  }
}
