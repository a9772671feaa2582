package dev.fortnight.announce;

import java.time.Instant;

/**
 * A way to reach one recipient. It tries once and says what came of it; what to do then is for the
 * {@link ReminderOutbox} to decide.
 */
public interface Messenger {

  /** Sends a reminder, once. */
  Announcer.Answer send(Reminder reminder);

  /**
   * Looks for a reminder that may have arrived.
   *
   * @param since nothing older can be it
   */
  Announcer.Sighting find(Reminder reminder, Instant since);
}
