package dev.fortnight.cycle;

import dev.fortnight.note.Sha256;
import dev.fortnight.store.Database;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of a programme is published in one place. */
public interface PublicationStore {

  /**
   * @param place names where the trees go; another place has records of its own
   */
  static PublicationStore in(Database database, String programmeId, String place) {
    String hash = Sha256.of(place.getBytes(StandardCharsets.UTF_8));
    return new JdbiPublicationStore(database.jdbi(), programmeId, hash);
  }

  /** By tree. */
  List<PublicationRecord> all();

  /** Empty for a tree that was never published there. */
  Optional<PublicationRecord> of(String tree);

  /** Takes the place of what was recorded of the tree. */
  void put(PublicationRecord record);

  /** Notes that trees answer at their public address, those left out that were replaced since. */
  void live(Set<PublicationRecord> records, Instant at);

  /** Hashes under which a tree was published last, anywhere. */
  Set<String> hashes(String tree);

  /** What might be published when all editions were last made to hold it; empty if not known. */
  Optional<String> allowance();

  /** Keeps that; with nothing it is not known from now on. */
  void allowance(Optional<String> hash);
}
