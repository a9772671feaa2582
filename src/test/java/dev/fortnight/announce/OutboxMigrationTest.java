package dev.fortnight.announce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class OutboxMigrationTest {

  @Parameter TestDatabase kind;

  @TempDir Path folder;

  @Test
  void whatWasToldStaysToldAndWhatWasNotKnownIsLookedFor() throws Exception {
    try (Database database = kind.open(folder)) {
      database
          .jdbi()
          .useHandle(
              handle -> {
                handle.execute("drop table announcement_message");
                handle.execute(
                    "create table announcement (programme_id varchar(100), edition integer, channel"
                        + " varchar(200), state varchar(20), changed_at varchar(40))");
                handle.execute(
                    "insert into announcement values ('research', 1, 'log', 'SENT',"
                        + " '2026-11-13T14:30:00Z'), ('research', 2, 'log', 'SENDING',"
                        + " '2026-11-27T14:30:00Z')");
                handle.createScript(migration()).execute();
              });
      JdbiOutboxStore store = new JdbiOutboxStore(database.jdbi(), "research");

      assertThat(store.rows("log").stream().map(row -> row.edition() + " " + row.delivery()))
          .isEqualTo(
              List.of(
                  "1 Posted[at=2026-11-13T14:30:00Z, place=Optional.empty, hold=Optional.empty]",
                  "2 Uncertain[since=2026-11-27T14:30:00Z, notBefore=2026-11-27T14:30:00Z, why=an"
                      + " older Fortnight was stopped while it sent it]"));
      assertThat(new Outbox(database, "research").pending("log", 2)).containsExactly(2);
    }
  }

  private String migration() throws Exception {
    String file = "/db/migration/both/V7__outbox.sql";
    try (InputStream stream = OutboxMigrationTest.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
