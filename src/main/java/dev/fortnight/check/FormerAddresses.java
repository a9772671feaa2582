package dev.fortnight.check;

import dev.fortnight.note.Address;
import dev.fortnight.note.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The addresses that pages had before, as {@code redirect_from} names them. */
final class FormerAddresses {

  static final String KEY = "redirect_from";

  private final IndexedNotes index;
  private final Map<String, List<Note>> claims = new HashMap<>();

  FormerAddresses(IndexedNotes index) {
    this.index = index;
    index.all().stream()
        .filter(note -> note.frontMatter().has(KEY))
        .filter(note -> index.publication(note) == Publication.PAGE)
        .forEach(
            note ->
                named(note)
                    .map(Address::folded)
                    .distinct()
                    .forEach(at -> claims.computeIfAbsent(at, any -> new ArrayList<>()).add(note)));
  }

  private static Stream<String> named(Note note) {
    return !note.frontMatter().has(KEY)
        ? Stream.empty()
        : note.frontMatter().texts(KEY).stream().map(Address::former).flatMap(Optional::stream);
  }

  /** Those that lead to a note's page; none where something else may stand there. */
  List<String> of(Note note) {
    if (!note.frontMatter().has(KEY)) {
      return List.of(); // most have none
    }
    return named(note).filter(address -> others(note, address).isEmpty()).distinct().toList();
  }

  /** The files of notes that have an address, or had it before; the note itself where it has it. */
  List<String> others(Note note, String address) {
    Stream<Note> holder = index.noteAt(address).stream();
    Stream<Note> claimants = claims.getOrDefault(Address.folded(address), List.of()).stream();
    return Stream.concat(holder, claimants.filter(other -> !other.path().equals(note.path())))
        .map(Note::file)
        .distinct()
        .sorted()
        .toList();
  }
}
