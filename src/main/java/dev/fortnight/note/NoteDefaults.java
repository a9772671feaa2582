package dev.fortnight.note;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the configuration says of one note.
 *
 * @param values for keys that its own front matter does not have
 * @param heldBackBy the keys by which the configuration would keep it back; it stays back unless it
 *     says each of them itself
 * @param isKnown whether the configuration can be read; if not, nothing new of the note may be
 *     shown, because nobody knows its address
 */
public record NoteDefaults(
    SortedMap<String, Object> values, Set<String> heldBackBy, boolean isKnown) {

  public static final NoteDefaults NONE = new NoteDefaults(new TreeMap<>(), Set.of(), true);

  static final NoteDefaults UNKNOWN = new NoteDefaults(new TreeMap<>(), Set.of(), false);

  /** Values that were kept with a note's content. */
  public static NoteDefaults of(SortedMap<String, Object> values) {
    return new NoteDefaults(values, Set.of(), true);
  }

  /** Whether they may keep a note back. */
  boolean holdBack() {
    return !isKnown || !heldBackBy.isEmpty();
  }

  /** The values that a front matter does not have itself. */
  SortedMap<String, Object> missingIn(FrontMatter own) {
    SortedMap<String, Object> missing = new TreeMap<>(values);
    missing.keySet().removeAll(own.values().keySet());
    return missing;
  }

  /** A front matter with what it does not have itself. */
  FrontMatter complete(FrontMatter own) {
    Map<String, Object> complete = new LinkedHashMap<>(missingIn(own));
    complete.putAll(own.values());
    for (String key : heldBackBy) {
      if (!own.values().containsKey(key)) {
        boolean isDraft = key.equals("draft");
        complete.put(isDraft ? "draft" : "published", isDraft);
      }
    }
    if (!isKnown) {
      complete.put("draft", true);
    }
    return new FrontMatter(complete, own.lines(), own.places());
  }
}
