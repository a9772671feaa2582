package dev.fortnight.cycle;

import dev.fortnight.check.Publication;
import dev.fortnight.check.Snapshot;
import dev.fortnight.edition.Newest;
import dev.fortnight.privacy.Waivers;
import dev.fortnight.programme.Programme;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that decides what signed editions have lost since. While it stays the same, no edition has to
 * be made again to find out.
 *
 * @param agreed how much of each note may be published, by path
 */
record TakenBack(
    Map<String, Publication> agreed, Waivers waivers, Programme.Allowed allowed, LocalDate today) {

  static TakenBack of(Newest newest) {
    Snapshot snapshot = newest.snapshot();
    Map<String, Publication> agreed = new TreeMap<>();
    snapshot.notes().forEach(note -> agreed.put(note.path(), Publication.agreed(note, snapshot)));
    return new TakenBack(
        agreed,
        snapshot.personalData().waivers(),
        snapshot.programme().allowed(),
        snapshot.today());
  }
}
