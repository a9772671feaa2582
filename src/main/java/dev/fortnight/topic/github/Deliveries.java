package dev.fortnight.topic.github;

import dev.fortnight.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Remembers which deliveries came, so that none counts twice, and what they ask to look at. */
public final class Deliveries {

  /** GitHub lets a delivery be sent again for three days. */
  private static final Duration KEPT = Duration.ofDays(3);

  private static final int AT_MOST = 10_000;
  private static final int LONGEST_ID = 100;

  private final Jdbi jdbi;
  private final String programme;
  private final Clock clock;

  private Deliveries(Jdbi jdbi, String programme, Clock clock) {
    this.jdbi = jdbi;
    this.programme = programme;
    this.clock = clock;
  }

  public static Deliveries in(Database database, String programmeId, Clock clock) {
    return new Deliveries(database.jdbi(), programmeId, clock);
  }

  /**
   * Takes what came, in one transaction.
   *
   * @return how many of it had not come before
   */
  public int take(List<Delivery> deliveries) {
    try {
      return takeOnce(deliveries);
    } catch (UnableToExecuteStatementException e) {
      return takeOnce(deliveries); // another process may have been quicker with one of them
    }
  }

  private int takeOnce(List<Delivery> deliveries) {
    Instant now = clock.instant();
    return jdbi.inTransaction(
        handle -> {
          int fresh = 0;
          for (Delivery delivery : deliveries) {
            if (isFresh(handle, delivery, now)) {
              fresh++;
              delivery
                  .gone()
                  .ifPresent(
                      number ->
                          JdbiHintStore.put(
                              handle, new Place(programme, delivery.repository()), number));
            }
          }
          prune(handle, now);
          return fresh;
        });
  }

  private boolean isFresh(Handle handle, Delivery delivery, Instant now) {
    if (delivery.id().isEmpty()) {
      return true;
    }
    String id =
        delivery.id().length() > LONGEST_ID ? DigestUtils.sha256Hex(delivery.id()) : delivery.id();
    boolean isKnown =
        handle
                .createQuery(
                    "select count(*) from github_delivery"
                        + " where programme_id = :programme and delivery = :id")
                .bind("programme", programme)
                .bind("id", id)
                .mapTo(Integer.class)
                .one()
            > 0;
    if (!isKnown) {
      handle
          .createUpdate("insert into github_delivery values (:programme, :id, :now)")
          .bind("programme", programme)
          .bind("id", id)
          .bind("now", now.toString())
          .execute();
    }
    return !isKnown;
  }

  private void prune(Handle handle, Instant now) {
    String tooOld = now.minus(KEPT).toString();
    String oldest =
        handle
            .createQuery(
                "select received_at from github_delivery where programme_id = :programme"
                    + " order by received_at desc offset "
                    + (AT_MOST - 1)
                    + " rows fetch next 1 rows only")
            .bind("programme", programme)
            .mapTo(String.class)
            .findOne()
            .filter(time -> time.compareTo(tooOld) > 0)
            .orElse(tooOld);
    handle
        .createUpdate(
            "delete from github_delivery"
                + " where programme_id = :programme and received_at < :oldest")
        .bind("programme", programme)
        .bind("oldest", oldest)
        .execute();
  }
}
