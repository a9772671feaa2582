package dev.fortnight.edition;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.topic.RemovedTopic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** {@link EditionStore} on SQL. */
final class JdbiEditionStore implements EditionStore {

  private final Jdbi jdbi;
  private final String programme;
  private final JdbiAudit audit;
  private final JdbiEndorsements endorsements;
  private final JdbiRemovedTopics removedTopics;
  private final JdbiOpenings openings;

  /** Pages ask for them all the time, and they hardly ever change. */
  private final Remembered<String, List<Decision>> decisions = new Remembered<>();

  /** What an edition is made of is for good, but its number is free again when it is taken back. */
  private final Map<Signing, Parts> parts = new ConcurrentHashMap<>();

  private record Signing(int number, Instant at, Optional<String> tree) {}

  private record Parts(
      List<SignedEdition.SignedItem> items,
      List<SignedEdition.Standing> standings,
      List<RemovedTopic> removed) {}

  JdbiEditionStore(Jdbi jdbi, String programme, Supplier<String> salts) {
    this.jdbi = jdbi;
    this.programme = programme;
    this.audit = new JdbiAudit(programme, salts);
    this.endorsements = new JdbiEndorsements(programme);
    this.removedTopics = new JdbiRemovedTopics(programme);
    this.openings = new JdbiOpenings(programme);
  }

  @Override
  public void decide(List<Decision> decisions, Map<String, byte[]> contents) {
    audit.prepare(jdbi);
    jdbi.useTransaction(
        handle -> {
          audit.hold(handle); // else two processes may find the same content absent, and one fail
          SortedMap<String, byte[]> missing = new TreeMap<>(contents);
          missing.keySet().removeAll(kept(handle, contents.keySet()));
          missing.forEach((hash, bytes) -> keep(handle, hash, bytes));
          decisions.forEach(decision -> audit.append(handle, decision.entry(), decision.reason()));
        });
  }

  private Set<String> kept(Handle handle, Set<String> hashes) {
    return hashes.isEmpty()
        ? Set.of()
        : handle
            .createQuery(
                "select hash from content where programme_id = :programme and hash in (<hashes>)")
            .bind("programme", programme)
            .bindList("hashes", List.copyOf(hashes))
            .mapTo(String.class)
            .set();
  }

  private void keep(Handle handle, String hash, byte[] bytes) {
    handle
        .createUpdate("insert into content values (:programme, :hash, :bytes)")
        .bind("programme", programme)
        .bind("hash", hash)
        .bind("bytes", bytes)
        .execute();
  }

  @Override
  public List<Decision> decisions() {
    return jdbi.withHandle(
        handle -> {
          // before they are read, so that what comes in between makes them be read once more
          Optional<String> mark = audit.mark(handle);
          return mark.map(now -> decisions.of(now, any -> decisions(handle)))
              .orElseGet(() -> decisions(handle));
        });
  }

  private List<Decision> decisions(Handle handle) {
    Map<Long, JdbiAudit.Reason> reasons = audit.reasons(handle);
    return audit.entries(handle).stream()
        .filter(Decision::isIn)
        .map(
            entry ->
                Decision.of(
                    entry,
                    Optional.ofNullable(reasons.get(entry.sequence())).map(JdbiAudit.Reason::text)))
        .toList();
  }

  @Override
  public AuditTrail audit() {
    return jdbi.withHandle(
        handle -> new AuditTrail(programme, audit.entries(handle), audit.end(handle)));
  }

  @Override
  public List<AuditLine> auditLines() {
    return jdbi.withHandle(
        handle -> {
          Map<Long, JdbiAudit.Reason> reasons = audit.reasons(handle);
          return audit.entries(handle).stream()
              .map(
                  entry ->
                      AuditLine.of(
                          entry,
                          Optional.ofNullable(reasons.get(entry.sequence()))
                              .map(JdbiAudit.Reason::text)))
              .toList();
        });
  }

  @Override
  public Optional<byte[]> content(String hash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select bytes from content where programme_id = :programme and hash = :hash")
                .bind("programme", programme)
                .bind("hash", hash)
                .mapTo(byte[].class)
                .findOne());
  }

  @Override
  public Map<Integer, Opening> openings() {
    return jdbi.withHandle(openings::all);
  }

  @Override
  public Optional<String> introduced(int sprint) {
    return jdbi.withHandle(handle -> openings.last(handle, sprint));
  }

  @Override
  public String sign(SignedEdition edition, Optional<String> introduction) {
    audit.prepare(jdbi);
    return jdbi.inTransaction(
        handle -> {
          String link = audit.append(handle, edition.entry(), introduction);
          refuseSecond(handle, edition);
          handle
              .createUpdate(
                  "insert into edition (programme_id, number, sprint, signed_by, signed_at, tree,"
                      + " undo_until)"
                      + " values (:programme, :number, :sprint, :by, :at, :tree, :undoUntil)")
              .bind("programme", programme)
              .bind("number", edition.number())
              .bind("sprint", edition.sprint())
              .bind("by", edition.signedBy())
              .bind("at", edition.signedAt().toString())
              .bind("tree", edition.tree().orElse(null))
              .bind("undoUntil", edition.undoUntil().map(Instant::toString).orElse(null))
              .execute();
          edition.items().forEach(item -> insert(handle, edition.number(), item));
          edition.standings().forEach(standing -> insert(handle, edition.number(), standing));
          edition.removed().forEach(topic -> removedTopics.add(handle, edition.number(), topic));
          return link;
        });
  }

  @Override
  public List<Integer> release(Instant now) {
    audit.prepare(jdbi);
    return jdbi.inTransaction(
        handle -> {
          audit.hold(handle); // else somebody may take it back while it is published
          List<Integer> due =
              editions(handle).stream()
                  .filter(
                      edition -> edition.undoUntil().filter(end -> !end.isAfter(now)).isPresent())
                  .map(SignedEdition::number)
                  .toList();
          due.forEach(number -> release(handle, number));
          return due;
        });
  }

  private void release(Handle handle, int number) {
    handle
        .createUpdate(
            "update edition set undo_until = null"
                + " where programme_id = :programme and number = :number")
        .bind("programme", programme)
        .bind("number", number)
        .execute();
  }

  @Override
  public void takeBack(int number, String by, Instant at) {
    audit.prepare(jdbi);
    jdbi.useTransaction(
        handle -> {
          audit.hold(handle);
          SignedEdition edition =
              editions(handle).stream()
                  .filter(one -> one.number() == number)
                  .filter(one -> one.undoUntil().filter(at::isBefore).isPresent())
                  .findFirst()
                  .orElseThrow(() -> tooLate(number));
          audit.append(handle, edition.takenBack(by, at), Optional.empty());
          delete(handle, "edition_item", "edition", number);
          delete(handle, "edition_assumption", "edition", number);
          delete(handle, "edition_removed_topic", "edition", number);
          delete(handle, "edition", "number", number);
          endorsements.forget(handle);
        });
  }

  private static ProblemException tooLate(int number) {
    return new ProblemException(
        "the sign-off of edition " + number + " cannot be taken back any more",
        "Hold what should not be read; it leaves the site with the next edition. What a person has"
            + " taken back leaves at once.");
  }

  private void delete(Handle handle, String table, String column, int number) {
    handle
        .createUpdate("delete from <table> where programme_id = :programme and <column> = :number")
        .define("table", table)
        .define("column", column)
        .bind("programme", programme)
        .bind("number", number)
        .execute();
  }

  @Override
  public int endorse(Endorsement endorsement) {
    audit.prepare(jdbi);
    return jdbi.inTransaction(
        handle -> {
          audit.hold(handle); // else one person who signs twice at once may count as two
          if (!endorsements.isThere(handle, endorsement)) {
            endorsements.add(handle, endorsement);
            audit.append(handle, endorsement.entry(), endorsement.introduction());
          }
          return endorsements.count(handle, endorsement.review());
        });
  }

  @Override
  public int endorsements(String review) {
    return jdbi.withHandle(handle -> endorsements.count(handle, review));
  }

  @Override
  public void amend(AuditEntry amendment) {
    audit.prepare(jdbi);
    jdbi.useTransaction(
        handle -> {
          boolean isKnown =
              audit.entries(handle).stream()
                  .filter(entry -> entry.subject().equals(amendment.subject()))
                  .reduce((one, later) -> later)
                  .filter(entry -> entry.hash().equals(amendment.hash()))
                  .isPresent();
          if (!isKnown) {
            audit.append(handle, amendment, Optional.empty());
          }
        });
  }

  /** Whoever signs holds the end of the audit, so nobody else can be about to. */
  private void refuseSecond(Handle handle, SignedEdition edition) {
    boolean isSigned =
        handle
            .createQuery(
                "select 1 from edition where programme_id = :programme"
                    + " and (sprint = :sprint or number = :number)")
            .bind("programme", programme)
            .bind("sprint", edition.sprint())
            .bind("number", edition.number())
            .mapTo(Integer.class)
            .findFirst()
            .isPresent();
    if (isSigned) {
      throw new ProblemException(
          "somebody else has just signed sprint " + edition.sprint() + " off",
          "Look at their edition; the next sprint's edition comes next.");
    }
  }

  private void insert(Handle handle, int number, SignedEdition.SignedItem item) {
    handle
        .createUpdate(
            "insert into edition_item values"
                + " (:programme, :number, :item, :hash, :page, :approved, :changed)")
        .bind("programme", programme)
        .bind("number", number)
        .bind("item", item.key())
        .bind("hash", item.hash())
        .bind("page", item.page().orElse(null))
        .bind("approved", item.approvedIn())
        .bind("changed", item.changedIn())
        .execute();
  }

  private void insert(Handle handle, int number, SignedEdition.Standing standing) {
    handle
        .createUpdate(
            "insert into edition_assumption"
                + " values (:programme, :number, :slug, :state, :supporting, :contradicting,"
                + " :supportingEvidence, :contradictingEvidence)")
        .bind("programme", programme)
        .bind("number", number)
        .bind("slug", standing.slug())
        .bind("state", standing.state())
        .bind("supporting", standing.supporting())
        .bind("contradicting", standing.contradicting())
        .bind("supportingEvidence", joined(standing.supportingEvidence()))
        .bind("contradictingEvidence", joined(standing.contradictingEvidence()))
        .execute();
  }

  @Override
  public List<SignedEdition> editions() {
    return jdbi.withHandle(this::editions);
  }

  private List<SignedEdition> editions(Handle handle) {
    List<SignedEdition> editions = new ArrayList<>();
    handle
        .createQuery(
            "select e.number, e.sprint, e.signed_by, e.signed_at, e.tree, e.undo_until"
                + " from edition e where e.programme_id = :programme order by e.number")
        .bind("programme", programme)
        .map((row, context) -> edition(handle, row))
        .forEach(editions::add);
    return editions;
  }

  private SignedEdition edition(Handle handle, ResultSet row) throws SQLException {
    int number = row.getInt("number");
    Instant signedAt = Instant.parse(row.getString("signed_at"));
    Optional<String> tree = Optional.ofNullable(row.getString("tree"));
    Parts made =
        parts.computeIfAbsent(
            new Signing(number, signedAt, tree),
            signing ->
                new Parts(
                    items(handle, number),
                    standings(handle, number),
                    removedTopics.of(handle, number)));
    return new SignedEdition(
        number,
        row.getInt("sprint"),
        row.getString("signed_by"),
        signedAt,
        tree,
        Optional.ofNullable(row.getString("undo_until")).map(Instant::parse),
        made.items(),
        made.standings(),
        made.removed());
  }

  private List<SignedEdition.SignedItem> items(Handle handle, int number) {
    return handle
        .createQuery(
            "select item, hash, page, approved_in, changed_in from edition_item"
                + " where programme_id = :programme and edition = :number order by item")
        .bind("programme", programme)
        .bind("number", number)
        .map(
            (row, context) ->
                new SignedEdition.SignedItem(
                    row.getString("item"),
                    row.getString("hash"),
                    Optional.ofNullable(row.getString("page")),
                    row.getInt("approved_in"),
                    row.getInt("changed_in")))
        .list();
  }

  private List<SignedEdition.Standing> standings(Handle handle, int number) {
    return handle
        .createQuery(
            "select * from edition_assumption"
                + " where programme_id = :programme and edition = :number order by slug")
        .bind("programme", programme)
        .bind("number", number)
        .map(
            (row, context) ->
                new SignedEdition.Standing(
                    row.getString("slug"),
                    row.getString("state"),
                    row.getInt("supporting"),
                    row.getInt("contradicting"),
                    parted(row.getString("supporting_evidence")),
                    parted(row.getString("contradicting_evidence"))))
        .list();
  }

  private static String joined(SortedSet<String> references) {
    return String.join("\n", references);
  }

  private static SortedSet<String> parted(String references) {
    return references.lines().collect(Collectors.toCollection(TreeSet::new));
  }
}
