package dev.fortnight.cycle;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;

/** What time it is where the database is. */
final class JdbiDatabaseClock {

  private final Jdbi jdbi;

  JdbiDatabaseClock(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Instant now() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select current_timestamp")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant());
  }
}
