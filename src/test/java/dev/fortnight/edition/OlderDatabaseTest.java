package dev.fortnight.edition;

import static dev.fortnight.edition.Source.FINDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import java.nio.file.Path;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions from before there was a chain stay, and the chain begins behind them. */
class OlderDatabaseTest {

  @TempDir Path data;

  @Test
  void decisionsFromBeforeTheChainStillCount() {
    Newest newest = Source.small().now();
    Item finding = newest.items().get(FINDING);
    writeAsBefore(finding);

    try (Database database = Database.open(data)) {
      Editions editions = new Editions(database, Source.programme());
      Review review =
          editions.review(newest, new SprintCalendar(Source.programme().cycle()).sprint(1));
      ItemState state = review.entry(FINDING).orElseThrow().state();

      assertThat(state)
          .isInstanceOfSatisfying(
              ItemState.Held.class,
              held -> assertThat(held.decision().reason()).contains("Ask first (illustrative)."));
      assertThat(editions.audit().fault()).isEmpty();

      editions.approve(review, newest, Set.of(FINDING), "Owner (illustrative)", Source.REVIEW);

      assertThat(editions.audit().size()).isEqualTo(2);
      assertThat(editions.audit().fault()).isEmpty();
    }
  }

  private void writeAsBefore(Item item) {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:file:" + data.resolve("fortnight"), "sa", "");
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/migration/h2")
        .target("1")
        .load()
        .migrate();
    Jdbi.create(pool)
        .useHandle(
            handle -> {
              handle.execute(
                  "insert into decision (programme_id, sprint, item, hash, verdict, decided_by,"
                      + " decided_at) values (?, 1, ?, ?, 'HELD', 'Owner (illustrative)',"
                      + " '2026-11-13T14:00:00Z')",
                  Source.programme().id(),
                  item.key(),
                  item.hash());
              handle.execute(
                  "insert into decision_reason"
                      + " select sequence, 'Ask first (illustrative).' from decision");
            });
    pool.dispose();
  }
}
