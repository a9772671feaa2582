package dev.fortnight.note;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Keeps the ids of a text apart: the first one keeps its name, the others get a number. */
final class UniqueIds {

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> marks;

  /**
   * @param marks the ids of evidence, which nothing else may have, even when it comes first
   */
  UniqueIds(Set<String> marks) {
    this.marks = marks;
  }

  String of(String id, boolean isMark) {
    boolean isFree = isMark || !marks.contains(id);
    if (isFree && taken.add(id)) {
      return id;
    }
    String next;
    do {
      next = id + "-" + (1 + counts.merge(id, 1, Integer::sum));
    } while (marks.contains(next) || !taken.add(next));
    return next;
  }
}
