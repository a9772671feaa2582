package dev.fortnight.site;

import dev.fortnight.note.Note;
import dev.fortnight.note.Prose;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the texts of notes without their HTML, which search and open data both need. */
final class PlainTexts {

  private record Kept(Prose prose, String text) {}

  private final boolean isKeeping;
  private Map<String, Kept> earlier = Map.of();
  private Map<String, Kept> current = new ConcurrentHashMap<>();

  PlainTexts() {
    this(true);
  }

  private PlainTexts(boolean isKeeping) {
    this.isKeeping = isKeeping;
  }

  /** For a tree that none follows: all texts at once would need more memory than its index. */
  static PlainTexts none() {
    return new PlainTexts(false);
  }

  /** Forgets what the tree before did not ask for. */
  void begin() {
    earlier = current;
    current = new ConcurrentHashMap<>();
  }

  String of(Note note) {
    if (!isKeeping) {
      return note.prose().text();
    }
    Kept kept = current.getOrDefault(note.path(), earlier.get(note.path()));
    Kept found =
        kept != null && kept.prose() == note.prose()
            ? kept
            : new Kept(note.prose(), note.prose().text());
    current.put(note.path(), found);
    return found.text();
  }
}
