package dev.fortnight.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The attributes of one tag, which the sanitizer hands out as names and values in turn. */
final class TagAttributes {

  private final List<String> pairs;

  TagAttributes(List<String> pairs) {
    this.pairs = new ArrayList<>(pairs);
  }

  Optional<String> value(String name) {
    int at = at(name);
    return at < 0 ? Optional.empty() : Optional.of(pairs.get(at + 1));
  }

  void set(String name, String value) {
    int at = at(name);
    if (at < 0) {
      pairs.addAll(List.of(name, value));
    } else {
      pairs.set(at + 1, value);
    }
  }

  void remove(String name) {
    int at = at(name);
    if (at >= 0) {
      pairs.subList(at, at + 2).clear();
    }
  }

  List<String> pairs() {
    return pairs;
  }

  private int at(String name) {
    for (int i = 0; i < pairs.size(); i += 2) {
      if (pairs.get(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
