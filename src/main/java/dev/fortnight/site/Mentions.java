package dev.fortnight.site;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The addresses of the tree that a page leads to, by what it says; read when somebody asks. */
final class Mentions {

  private static final String UP = "../";

  private final Map<String, Object> said;
  private boolean isAsked;
  private Set<String> addresses;

  Mentions(Map<String, Object> said) {
    this.said = said;
  }

  /**
   * Whether one of these is among them. They are gathered for who asks again, since a list is often
   * made anew before that.
   *
   * @param wanted relative to the tree's root, without fragments
   */
  synchronized boolean isAnyOf(Set<String> wanted) {
    if (!isAsked) {
      isAsked = true;
      return isAnyIn(said, wanted);
    }
    return !Collections.disjoint(wanted, addresses());
  }

  private static boolean isAnyIn(Object value, Set<String> wanted) {
    Collection<?> parts =
        value instanceof Map<?, ?> values
            ? values.values()
            : value instanceof Collection<?> values ? values : List.of();
    for (Object part : parts) {
      if (isAnyIn(part, wanted)) {
        return true;
      }
    }
    return isLink(value) && wanted.contains(address((String) value));
  }

  /** Or another word, which is no address of the tree. */
  private static boolean isLink(Object value) {
    return value instanceof String text && text.indexOf(' ') < 0;
  }

  private Set<String> addresses() {
    if (addresses == null) {
      addresses = new HashSet<>();
      collect(said, addresses);
    }
    return addresses;
  }

  private static void collect(Object value, Set<String> found) {
    if (value instanceof Map<?, ?> values) {
      values.values().forEach(one -> collect(one, found));
    } else if (value instanceof Collection<?> values) {
      values.forEach(one -> collect(one, found));
    } else if (isLink(value)) {
      found.add(address((String) value));
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
