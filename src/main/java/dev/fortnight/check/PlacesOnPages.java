package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.NearestName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The places on the pages that one note links to, each page read once. */
final class PlacesOnPages {

  /** Whoever has mended as many sees the next ones; a page may have ten thousand places. */
  private static final int MOST_SUGGESTIONS = 20;

  private final Map<String, Set<String>> ids = new HashMap<>();
  private int suggestions;

  Set<String> of(Note note) {
    return ids.computeIfAbsent(note.path(), path -> note.prose().ids());
  }

  /** The place that was probably meant. */
  Optional<String> nearest(String id, Note on) {
    return suggestions++ < MOST_SUGGESTIONS ? NearestName.of(id, of(on)) : Optional.empty();
  }
}
