package dev.fortnight.check;

import dev.fortnight.note.Note;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes with a page whose links lead to notes by their paths, to places of their own page or out of
 * the site, with nothing to say of any. That stays so in a later index until one of these notes, or
 * what others show of a note, is another. Several threads may ask.
 */
final class SettledLinks {

  private final ResearchIndex index;
  private final Map<String, Note> earlier;
  private final Map<String, Note> settled = new ConcurrentHashMap<>();

  /** After others, which hold in this index too or in no part. */
  SettledLinks(ResearchIndex index, Optional<SettledLinks> before) {
    this.index = index;
    this.earlier =
        before.filter(one -> one.holdsIn(index)).map(one -> one.settled).orElseGet(Map::of);
  }

  private boolean holdsIn(ResearchIndex other) {
    List<Note> notes = other.snapshot().notes();
    List<Note> before = index.snapshot().notes();
    boolean isSame =
        notes.size() == before.size()
            && other.publications().equals(index.publications())
            && other.addresses().equals(index.addresses());
    for (int i = 0; isSame && i < notes.size(); i++) {
      isSame = notes.get(i) == before.get(i) || notes.get(i).isForOthersAs(before.get(i));
    }
    return isSame;
  }

  /** Whether it was settled before, and nobody wrote to it since. */
  boolean wasSettled(Note note) {
    return earlier.get(note.path()) == note;
  }

  void add(Note note) {
    settled.put(note.path(), note);
  }

  /** Whether it is settled, so that it shows no files that its text links to. */
  boolean has(Note note) {
    return settled.get(note.path()) == note;
  }
}
