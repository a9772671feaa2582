package dev.fortnight.announce;

import dev.fortnight.store.Database;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Sees to it that an edition is announced once in a channel. A row is there before anything is
 * sent; when a run broke off in between, the next one looks whether the announcement arrived.
 */
public final class Outbox {

  private static final String SENDING = "SENDING";
  private static final String SENT = "SENT";

  private final Jdbi jdbi;
  private final String programme;

  public Outbox(Database database, String programmeId) {
    this.jdbi = database.jdbi();
    this.programme = programmeId;
  }

  /**
   * Announces, unless that has been done.
   *
   * @return whether it was sent now
   */
  public boolean announce(Announcement announcement, Announcer announcer, Instant now) {
    String state = jdbi.inTransaction(handle -> claimed(handle, announcement, now));
    if (state.equals(SENT)) {
      return false;
    }
    boolean isThere = announcer.hasArrived(announcement);
    if (!isThere) {
      announcer.send(announcement);
    }
    jdbi.useHandle(handle -> sent(handle, announcement, now));
    return !isThere;
  }

  private String claimed(Handle handle, Announcement announcement, Instant now) {
    return handle
        .createQuery(
            "select state from announcement where programme_id = :programme"
                + " and edition = :edition and channel = :channel")
        .bind("programme", programme)
        .bind("edition", announcement.edition())
        .bind("channel", announcement.channel())
        .mapTo(String.class)
        .findOne()
        .orElseGet(() -> claim(handle, announcement, now));
  }

  private String claim(Handle handle, Announcement announcement, Instant now) {
    handle
        .createUpdate(
            "insert into announcement values (:programme, :edition, :channel, :state, :at)")
        .bind("programme", programme)
        .bind("edition", announcement.edition())
        .bind("channel", announcement.channel())
        .bind("state", SENDING)
        .bind("at", now.toString())
        .execute();
    return SENDING;
  }

  private void sent(Handle handle, Announcement announcement, Instant now) {
    handle
        .createUpdate(
            "update announcement set state = :state, changed_at = :at where programme_id ="
                + " :programme and edition = :edition and channel = :channel")
        .bind("state", SENT)
        .bind("at", now.toString())
        .bind("programme", programme)
        .bind("edition", announcement.edition())
        .bind("channel", announcement.channel())
        .execute();
  }
}
