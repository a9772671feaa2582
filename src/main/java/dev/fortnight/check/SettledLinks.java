package dev.fortnight.check;

import dev.fortnight.note.Note;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes with a page whose links lead to notes by their paths, to places of their own page or out of
 * the site, with nothing to say of any. That stays so in a later index until one of these notes, or
 * what others show of a note, is another. Several threads may ask.
 */
final class SettledLinks {

  private final ResearchIndex index;
  private final Optional<SettledLinks> earlier;
  private final Set<String> paths = ConcurrentHashMap.newKeySet();

  /** After others, which hold in this index too or in no part. */
  SettledLinks(ResearchIndex index, Optional<SettledLinks> before) {
    this.index = index;
    this.earlier = before.filter(one -> one.holdsIn(index)).map(SettledLinks::alone);
  }

  private SettledLinks(SettledLinks other) {
    this.index = other.index;
    this.earlier = Optional.empty();
    this.paths.addAll(other.paths);
  }

  /** The same without those before, which nobody asks for any more. */
  private SettledLinks alone() {
    return earlier.isEmpty() ? this : new SettledLinks(this);
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

  /** Whether it was settled before, and is still. */
  boolean wasSettled(Note note) {
    return earlier
        .filter(one -> one.paths.contains(note.path()))
        .filter(one -> one.index.note(note.path()).get() == note)
        .isPresent();
  }

  void add(Note note) {
    paths.add(note.path());
  }

  /** Whether a note shows no files that its text links to. */
  boolean has(Note note) {
    return paths.contains(note.path());
  }
}
