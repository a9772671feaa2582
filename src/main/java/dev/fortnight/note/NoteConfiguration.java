package dev.fortnight.note;

import dev.fortnight.problem.Problem;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Jekyll's configuration says of notes: their permalinks, and defaults for their front matter.
 *
 * @param sets the least specific one first
 * @param isReadable whether all of it was understood; if not, no note is shown anew
 */
public record NoteConfiguration(List<DefaultSet> sets, boolean isReadable, List<Problem> problems) {

  /** Where it stands in the folder that the notes come from. */
  public static final String FILE = "site/_config.yml";

  public static final NoteConfiguration NONE = new NoteConfiguration(List.of(), true, List.of());

  /**
   * Values for some notes.
   *
   * @param heldBackBy the keys of the set that were meant to keep them back
   */
  record DefaultSet(DefaultScope scope, Map<String, Object> values, Set<String> heldBackBy) {}

  /** Reads the configuration of the folder that notes come from. */
  public static NoteConfiguration in(Path folder) {
    return ConfigurationFile.in(folder);
  }

  /** Reads what {@value #FILE} holds. */
  public static NoteConfiguration of(byte[] bytes) {
    return ConfigurationFile.of(FILE, bytes);
  }

  /** What it says of a note by its path relative to {@code research/}. */
  public NoteDefaults of(String path) {
    if (!isReadable) {
      return NoteDefaults.UNKNOWN;
    }
    if (sets.isEmpty()) {
      return NoteDefaults.NONE;
    }
    NoteKind kind = NoteKind.ofFolder(path.substring(0, path.indexOf('/'))).orElseThrow();
    SortedMap<String, Object> values = new TreeMap<>();
    Set<String> heldBackBy = new HashSet<>();
    for (DefaultSet set : sets) {
      if (set.scope().covers(path, kind)) {
        values.putAll(set.values());
        heldBackBy.addAll(set.heldBackBy());
      }
    }
    return new NoteDefaults(values, heldBackBy, true);
  }

  /** Whether it says something of notes, or may do so. */
  public boolean concernsNotes() {
    return !isReadable || !sets.isEmpty();
  }
}
