package dev.fortnight.edition;

import static dev.fortnight.edition.Source.FINDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class AuditTrailTest {

  private static final String OWNER = "Product owner (illustrative)";

  @Parameter TestDatabase kind;

  @TempDir Path data;

  private Database database;
  private Editions editions;
  private Newest newest;

  @BeforeEach
  void decide() {
    database = kind.open(data);
    editions = new Editions(database, Source.programme());
    newest = Source.small().now();
    Review review = review();
    editions.hold(review, newest, FINDING, OWNER, Source.REVIEW, "Ask a second council.");
    for (Review.Entry entry : review.entries()) {
      if (!entry.key().equals(FINDING)) {
        editions.approve(review, newest, Set.of(entry.key()), OWNER, Source.REVIEW);
      }
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aChainThatNobodyTouchedHolds() {
    assertThat(editions.audit().size()).isEqualTo(5);
    assertThat(editions.audit().fault()).isEmpty();
  }

  @Test
  void aChangedEntryIsFound() {
    for (String change :
        List.of(
            "made_by = 'Somebody else (illustrative)'",
            "hash = '" + "f".repeat(64) + "'",
            "made_at = '2026-11-13T14:31:00Z'",
            "action = 'HELD'",
            "problems = 'x'",
            "sprint = 2")) {
      String second = "sequence = (select min(sequence) + 1 from audit_entry)";
      List<String> before = row(second);
      execute("update audit_entry set " + change + " where " + second);

      assertThat(editions.audit().fault()).as(change).isPresent();
      assertThat(editions.audit().fault().orElseThrow())
          .contains("was changed, or the one before it is missing");

      restore(before, second);
      assertThat(editions.audit().fault()).as("restored after " + change).isEmpty();
    }
  }

  @Test
  void aChangedReasonsHashIsFound() {
    execute("update audit_entry set reason_hash = null where reason_hash is not null");

    assertThat(editions.audit().fault()).isPresent();
  }

  @Test
  void aMissingEntryIsFound() {
    execute("delete from audit_entry where sequence = (select min(sequence) + 2 from audit_entry)");

    assertThat(editions.audit().fault()).isPresent();
  }

  @Test
  void missingNewestEntriesAreFound() {
    execute("delete from audit_entry where sequence = (select max(sequence) from audit_entry)");

    assertThat(editions.audit().fault()).contains("the newest entries of the audit are missing");
  }

  @Test
  void anErasedReasonLeavesTheChainWhole() {
    execute("delete from audit_reason");

    assertThat(editions.audit().fault()).isEmpty();
    assertThat(review().held())
        .singleElement()
        .satisfies(
            entry -> assertThat(((ItemState.Held) entry.state()).decision().reason()).isEmpty());
  }

  @Test
  void equalReasonsHaveDifferentHashes() {
    editions.hold(review(), newest, FINDING, OWNER, Source.REVIEW, "Ask a second council.");

    assertThat(texts("select distinct reason_hash from audit_entry where reason_hash is not null"))
        .hasSize(2);
  }

  @Test
  void aSignOffIsInTheChainAndInTheManifest() {
    ApprovedEdition edition = editions.signOff(review().decided(), newest, OWNER, Source.REVIEW);

    AuditTrail audit = editions.audit();
    assertThat(audit.fault()).isEmpty();
    String link = audit.signOff(1).orElseThrow();
    assertThat(new String(edition.site().files().get(Manifest.FILE)))
        .contains("\"audit\" : \"" + link + "\"");
    assertThat(texts("select hash from audit_entry where action = 'SIGNED_OFF'"))
        .containsExactly(edition.tree());
  }

  @Test
  void anAmendmentIsInTheChainOnce() {
    Source source = Source.small();
    editions.signOff(review().decided(), newest, OWNER, Source.REVIEW);
    source.with(Source.INTERVIEW, Source.interview("consent: withdrawn"));
    ApprovedEdition amended = editions.edition(1, source.now());

    editions.amended(amended, Source.REVIEW);
    editions.amended(amended, Source.REVIEW);

    assertThat(editions.audit().fault()).isEmpty();
    assertThat(texts("select hash from audit_entry where action = 'AMENDED'"))
        .containsExactly(amended.tree())
        .doesNotContainAnyElementsOf(
            texts("select hash from audit_entry where action = 'SIGNED_OFF'"));
  }

  @Test
  void decisionsThatAreMadeAtOnceAreAllInTheChain() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Void>> holds =
          IntStream.range(0, 12)
              .<Callable<Void>>mapToObj(
                  number ->
                      () -> {
                        editions.hold(
                            review(), newest, FINDING, OWNER, Source.REVIEW, "Reason " + number);
                        return null;
                      })
              .toList();
      for (Future<Void> done : threads.invokeAll(holds)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(editions.audit().size()).isEqualTo(17);
    assertThat(editions.audit().fault()).isEmpty();
  }

  @Test
  void whoDecidesOnNewContentAtTheSameTimeAsOthersIsHeardToo() throws Exception {
    EditionStore store = EditionStore.in(database, Source.programme().id());
    byte[] content = new byte[100_000];
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 10; round++) {
        Map<String, byte[]> same = Map.of(String.format("%064d", round), content);
        Callable<Void> decide =
            () -> {
              store.decide(List.of(), same);
              return null;
            };
        for (Future<Void> done : threads.invokeAll(List.of(decide, decide, decide, decide))) {
          done.get();
        }
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(store.content(String.format("%064d", 9))).contains(content);
  }

  private Review review() {
    return editions.review(newest, new SprintCalendar(Source.programme().cycle()).sprint(1));
  }

  private void execute(String sql) {
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }

  private List<String> texts(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private List<String> row(String where) {
    List<String> values = new ArrayList<>();
    for (String column : List.of("made_by", "hash", "made_at", "action", "problems", "sprint")) {
      values.addAll(texts("select " + column + " from audit_entry where " + where));
    }
    return values;
  }

  private void restore(List<String> row, String where) {
    execute(
        "update audit_entry set made_by = '%s', hash = '%s', made_at = '%s', action = '%s',"
                .formatted(row.get(0), row.get(1), row.get(2), row.get(3))
            + " problems = '%s', sprint = %s where ".formatted(row.get(4), row.get(5))
            + where);
  }
}
