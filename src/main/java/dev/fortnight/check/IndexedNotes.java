package dev.fortnight.check;

import dev.fortnight.note.Address;
import dev.fortnight.note.Evidence;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The notes of a snapshot by what others call them, published or not: paths, slugs, addresses and
 * references to evidence. It never changes.
 */
final class IndexedNotes {

  private static final Comparator<Note> OLDEST_FIRST =
      Comparator.comparing((Note note) -> note.date().orElse(LocalDate.MIN))
          .thenComparing(Note::path);

  private final List<Note> all;
  private final Map<String, Note> notes = new HashMap<>();
  private final Map<String, Publication> publications = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Note> notesByFoldedAddress = new HashMap<>();
  private final Map<String, Set<String>> collisions = new HashMap<>();
  private final Set<String> dated = new HashSet<>();
  private final Map<String, Note> sources = new HashMap<>();
  private final Map<NoteKind, Map<String, List<Note>>> slugs = new EnumMap<>(NoteKind.class);
  private final FormerAddresses formerAddresses;

  IndexedNotes(Snapshot snapshot) {
    this.all = snapshot.notes();
    for (Note note : all) {
      notes.put(note.path(), note);
      slugs
          .computeIfAbsent(note.kind(), kind -> new HashMap<>())
          .computeIfAbsent(note.slug(), slug -> new ArrayList<>(1))
          .add(note);
      publications.put(note.path(), Publication.of(note, snapshot));
      for (Evidence mark : note.evidence()) {
        sources.putIfAbsent(mark.reference(), note);
      }
    }
    settle();
    this.formerAddresses = new FormerAddresses(this);
  }

  private void settle() {
    Set<String> folded = new HashSet<>(2 * all.size());
    for (Note note : all) {
      Optional<String> address = Address.of(note);
      if (address.isPresent()) {
        addresses.put(note.path(), address.get());
        folded.add(Address.folded(address.get()));
      }
    }
    if (folded.size() < addresses.size()) {
      Map<String, Note> undated = new HashMap<>();
      all.stream().sorted(OLDEST_FIRST).forEach(note -> settle(note, undated));
    } else { // nobody has to give way, so it is of no interest who is older
      all.forEach(this::claim);
    }
  }

  /**
   * Of two dated notes with one name, the older one has the short address.
   *
   * @param undated who has which short address so far
   */
  private void settle(Note note, Map<String, Note> undated) {
    String address = addresses.get(note.path());
    if (address != null && Address.isFromFileName(note)) {
      Note older = undated.putIfAbsent(Address.folded(address), note);
      if (older != null && !older.date().equals(note.date())) {
        dated.add(note.path());
        addresses.remove(note.path());
        Address.dated(note).ifPresent(found -> addresses.put(note.path(), found));
      }
    }
    claim(note);
  }

  private void claim(Note note) {
    String address = addresses.get(note.path());
    if (address == null || publication(note) != Publication.PAGE) {
      return;
    }
    Note other = notesByFoldedAddress.putIfAbsent(Address.folded(address), note);
    if (other != null) {
      collisions.computeIfAbsent(other.path(), path -> new TreeSet<>()).add(note.file());
      collisions.computeIfAbsent(note.path(), path -> new TreeSet<>()).add(other.file());
    }
  }

  /** All there are, in the order of the snapshot. */
  List<Note> all() {
    return all;
  }

  Publication publication(Note note) {
    return publications.get(note.path());
  }

  Optional<Note> note(String path) {
    return Optional.ofNullable(notes.get(path));
  }

  Optional<String> address(Note note) {
    return Optional.ofNullable(addresses.get(note.path()));
  }

  /** The note whose page stands at an address of a tree. */
  Optional<Note> noteAt(String address) {
    return Optional.ofNullable(notesByFoldedAddress.get(Address.folded(address)));
  }

  FormerAddresses formerAddresses() {
    return formerAddresses;
  }

  /** The files of other notes that claim the same address. */
  Set<String> collisions(Note note) {
    return collisions.getOrDefault(note.path(), Set.of());
  }

  /** Whether a note's address has its date in it, because an older note has its name. */
  boolean isDated(Note note) {
    return dated.contains(note.path());
  }

  /** The note that a piece of evidence stands in, by its reference. */
  Optional<Note> source(String reference) {
    return Optional.ofNullable(sources.get(reference));
  }

  /** All references to evidence there are. */
  Set<String> evidenceReferences() {
    return sources.keySet();
  }

  /** The slugs of the notes of a kind. */
  Set<String> slugs(NoteKind kind) {
    return slugs.getOrDefault(kind, Map.of()).keySet();
  }

  /** The notes of a kind that share a slug. */
  List<Note> named(NoteKind kind, String slug) {
    return slugs.getOrDefault(kind, Map.of()).getOrDefault(slug, List.of());
  }
}
