package dev.fortnight.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one check leaves to the next. */
final class LastCheck {

  static final LastCheck NONE = new LastCheck(Optional.empty(), List.of(), Map.of());

  private final Optional<ResearchIndex> index;
  private final List<LookedAt> notes;
  private final Map<String, CheckedNote> pages;
  private Map<String, LookedAt> byPath;

  /**
   * @param notes in the order of the index
   * @param pages the notes that had a page, by path
   */
  LastCheck(Optional<ResearchIndex> index, List<LookedAt> notes, Map<String, CheckedNote> pages) {
    this.index = index;
    this.notes = notes;
    this.pages = pages;
  }

  Optional<ResearchIndex> index() {
    return index;
  }

  List<LookedAt> notes() {
    return notes;
  }

  Map<String, CheckedNote> pages() {
    return pages;
  }

  /** What was seen of the note at a path; null where there was none. Several threads may ask. */
  LookedAt at(String path) {
    return byPath().get(path);
  }

  private synchronized Map<String, LookedAt> byPath() {
    if (byPath == null) {
      byPath = new HashMap<>(2 * notes.size());
      notes.forEach(one -> byPath.put(one.note().path(), one));
    }
    return byPath;
  }
}
