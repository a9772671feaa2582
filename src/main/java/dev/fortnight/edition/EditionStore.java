package dev.fortnight.edition;

import dev.fortnight.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Decisions, approved contents and editions of a programme. */
interface EditionStore {

  static EditionStore in(Database database, String programmeId) {
    return in(database, programmeId, JdbiAudit::randomSalt);
  }

  static EditionStore in(Database database, String programmeId, Supplier<String> salts) {
    return new JdbiEditionStore(database.jdbi(), programmeId, salts);
  }

  /** Keeps decisions with the contents that they are about, all or nothing. */
  void decide(List<Decision> decisions, Map<String, byte[]> contents);

  /** In the order in which they were made; the same list as long as there are no others. */
  List<Decision> decisions();

  Optional<byte[]> content(String hash);

  /**
   * Keeps an edition; a sprint has only one.
   *
   * @param introduction an owner's words for its announcement, kept beside the audit
   * @return the link of its entry in the audit
   */
  String sign(SignedEdition edition, Optional<String> introduction);

  /** How the announcement of each edition begins, by number; those without an entry are made. */
  Map<Integer, Opening> openings();

  /** The words that an owner last signed for a sprint's announcement, and are still kept. */
  Optional<String> introduced(int sprint);

  /**
   * Lets editions be published whose sign-off could be taken back until now.
   *
   * @return their numbers
   */
  List<Integer> release(Instant now);

  /**
   * Takes a sign-off back: its edition is gone, and the audit keeps both.
   *
   * @throws dev.fortnight.problem.ProblemException if it is released, or was taken back already
   */
  void takeBack(int number, String by, Instant at);

  /**
   * Keeps one of several sign-offs; each person's counts once.
   *
   * @return how many have signed the same
   */
  int endorse(Endorsement endorsement);

  /** How many have signed a review, see {@link Endorsement#hash}. */
  int endorsements(String review);

  /** Keeps that an edition has another tree now, unless the audit says so already. */
  void amend(AuditEntry amendment);

  /** All that was ever decided. */
  AuditTrail audit();

  /** The same for people to read, in the order in which it was decided. */
  List<AuditLine> auditLines();

  /** By number. */
  List<SignedEdition> editions();
}
