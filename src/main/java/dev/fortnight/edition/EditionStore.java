package dev.fortnight.edition;

import dev.fortnight.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decisions, approved contents and editions of a programme. */
interface EditionStore {

  static EditionStore in(Database database, String programmeId) {
    return new JdbiEditionStore(database.jdbi(), programmeId);
  }

  /** Keeps decisions with the contents that they are about, all or nothing. */
  void decide(List<Decision> decisions, Map<String, byte[]> contents);

  /** In the order in which they were made. */
  List<Decision> decisions();

  Optional<byte[]> content(String hash);

  /** Keeps an edition; a sprint has only one. */
  void sign(SignedEdition edition);

  /** By number. */
  List<SignedEdition> editions();
}
