package dev.fortnight.edition;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.note.NoteKind;
import dev.fortnight.site.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of an edition is new, changed, gone or as it was in the edition before. Only what has, or
 * had, a page is listed.
 */
record Differences(
    List<Tree.Change> added,
    List<Tree.Change> changed,
    List<Tree.Change> removed,
    List<Tree.Change> carried) {

  /**
   * @param now hashes of the edition's items by key
   * @param before the same of the edition before
   * @param titlesBefore what the items of the edition before were called
   */
  static Differences between(
      Map<String, String> now,
      Map<String, String> before,
      Map<String, String> titlesBefore,
      CheckedResearch research) {
    SortedMap<String, String> titles = titles(research);
    List<Tree.Change> added = new ArrayList<>();
    List<Tree.Change> changed = new ArrayList<>();
    List<Tree.Change> removed = new ArrayList<>();
    List<Tree.Change> carried = new ArrayList<>();
    titles.forEach(
        (key, title) -> {
          Tree.Change change = new Tree.Change(key, title);
          if (!before.containsKey(key)) {
            added.add(change);
          } else if (before.get(key).equals(now.get(key))) {
            carried.add(change);
          } else {
            changed.add(change);
          }
        });
    before.keySet().stream()
        .sorted()
        .filter(key -> !titles.containsKey(key) && key.contains("/"))
        .filter(key -> !now.containsKey(key))
        .forEach(key -> removed.add(new Tree.Change(key, gone(key, titlesBefore.get(key)))));
    return new Differences(
        List.copyOf(added), List.copyOf(changed), List.copyOf(removed), List.copyOf(carried));
  }

  /** A session that is gone may have been withdrawn, so nothing is said of what it was. */
  private static String gone(String key, String title) {
    return key.startsWith(NoteKind.INTERVIEW.folder() + "/") ? "A session" : title;
  }

  private static SortedMap<String, String> titles(CheckedResearch research) {
    SortedMap<String, String> titles =
        research.notes().stream()
            .map(CheckedNote::content)
            .collect(
                Collectors.toMap(
                    note -> note.path(), note -> note.title(), (a, b) -> a, TreeMap::new));
    for (CheckedTopic topic : research.topics()) {
      titles.put("topics/" + topic.content().slug(), topic.content().title());
    }
    return titles;
  }
}
