package dev.fortnight.note;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which notes a set of Jekyll's defaults is for.
 *
 * @param path relative to {@code research/}; empty for all
 * @param kinds what the set's type stands for
 * @param isTyped whether it names a type
 */
record DefaultScope(String path, Set<NoteKind> kinds, boolean isTyped) {

  static final DefaultScope ALL = new DefaultScope("", EnumSet.allOf(NoteKind.class), false);

  /** Notes that are told apart by their day, as Jekyll's posts are. */
  static final Set<NoteKind> POSTS = EnumSet.of(NoteKind.INTERVIEW, NoteKind.WEEKNOTE);

  /** As in Jekyll, the longer path says more, then the one with a type, then the later one. */
  static final Comparator<DefaultScope> LEAST_SPECIFIC_FIRST =
      Comparator.comparingInt((DefaultScope scope) -> scope.path.length())
          .thenComparing(DefaultScope::isTyped);

  /**
   * A path as somebody has written it: from the programme's folder or from {@code research/}, the
   * folder with or without the underscore that it has in Jekyll.
   */
  static String path(String written) {
    return written
        .strip()
        .replaceFirst("^(?:\\./|/)+", "")
        .replaceFirst("^research(?:/|$)", "")
        .replaceFirst("^_", "")
        .replaceFirst("/+$", "");
  }

  /**
   * @param note its path relative to {@code research/}
   */
  boolean covers(String note, NoteKind kind) {
    if (!kinds.contains(kind)) {
      return false;
    }
    return path.contains("*") ? Wildcards.cover(path, note) : note.startsWith(path);
  }
}
