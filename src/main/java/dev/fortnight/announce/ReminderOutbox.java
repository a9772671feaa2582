package dev.fortnight.announce;

import dev.fortnight.announce.Announcer.Answer;
import dev.fortnight.announce.Announcer.Sighting;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sees to it that a reminder reaches its recipient once, as {@link Outbox} does with announcements:
 * nothing waits, and what may have arrived is looked for, or left alone where nobody can look.
 */
public final class ReminderOutbox {

  private static final Duration SKEW = Duration.ofMinutes(10);

  private final JdbiReminderStore store;
  private final Clock pace;

  /**
   * @param pace the time of the world outside
   */
  public ReminderOutbox(Database database, String programmeId, Clock pace) {
    this.store = new JdbiReminderStore(database.jdbi(), programmeId);
    this.pace = pace;
  }

  /** Whether nothing is left to do about a reminder. */
  public boolean isOver(Reminder reminder) {
    return store.row(reminder).filter(row -> row.delivery() instanceof Delivery.Posted).isPresent();
  }

  /**
   * Sends a reminder if nobody has.
   *
   * @return whether it was sent now
   * @throws ProblemException if it may not have arrived; says why, and what to do
   */
  public boolean deliver(Reminder reminder, Messenger messenger) {
    ReminderRow row = row(reminder);
    Delivery delivery = row.delivery();
    if (delivery instanceof Delivery.Posted) {
      return false;
    }
    if (delivery instanceof Delivery.Waiting waiting) {
      if (pace.instant().isBefore(waiting.notBefore())) {
        throw trouble(waiting);
      }
      return send(row, reminder, messenger);
    }
    if (delivery instanceof Delivery.Sending sending) {
      return isFresh(sending) ? false : look(row, reminder, messenger, sending.since());
    }
    if (delivery instanceof Delivery.Uncertain uncertain) {
      if (pace.instant().isBefore(uncertain.notBefore())) {
        throw trouble(uncertain);
      }
      return look(row, reminder, messenger, uncertain.since());
    }
    throw trouble(delivery);
  }

  private ReminderRow row(Reminder reminder) {
    return store
        .row(reminder)
        .orElseGet(
            () -> {
              store.add(reminder, pace.instant());
              return store.row(reminder).orElseThrow();
            });
  }

  private boolean isFresh(Delivery.Sending sending) {
    Instant now = pace.instant();
    return now.isBefore(sending.since().plus(Dispatch.LEASE))
        && !now.isBefore(sending.since().minus(Dispatch.LEASE));
  }

  private boolean send(ReminderRow row, Reminder reminder, Messenger messenger) {
    Instant begun = pace.instant();
    Optional<ReminderRow> claimed = store.put(row.with(new Delivery.Sending(begun)));
    if (claimed.isEmpty()) {
      return false;
    }
    Delivery outcome = outcome(messenger.send(reminder), begun);
    // where that fails another process has taken over, and looks
    store.put(claimed.get().with(outcome));
    if (outcome instanceof Delivery.Posted) {
      return true;
    }
    throw trouble(outcome);
  }

  private Delivery outcome(Answer answer, Instant begun) {
    Instant now = pace.instant();
    if (answer instanceof Answer.Arrived arrived) {
      return new Delivery.Posted(now, arrived.place(), Optional.empty());
    }
    if (answer instanceof Answer.Later later) {
      return new Delivery.Waiting(now.plus(later.pause()), later.why());
    }
    if (answer instanceof Answer.Refused refused) {
      return new Delivery.Refused(now, refused.why(), refused.remedy());
    }
    String why = answer instanceof Answer.Unknown unknown ? unknown.why() : "it was deleted";
    return new Delivery.Uncertain(begun, now.plus(Dispatch.SETTLING), why);
  }

  /** Of an attempt whose outcome nobody knows. */
  private boolean look(ReminderRow row, Reminder reminder, Messenger messenger, Instant since) {
    Sighting sighting = messenger.find(reminder, since.minus(SKEW));
    if (sighting instanceof Sighting.Seen seen) {
      store.put(
          row.with(
              new Delivery.Posted(pace.instant(), Optional.of(seen.place()), Optional.empty())));
      return false;
    }
    if (sighting instanceof Sighting.Absent) {
      return send(row, reminder, messenger);
    }
    Delivery still =
        sighting instanceof Sighting.Later later
            ? new Delivery.Uncertain(since, pace.instant().plus(later.pause()), later.why())
            : new Delivery.Asking(since, ((Sighting.Blind) sighting).why());
    store.put(row.with(still));
    throw trouble(still);
  }

  private static ProblemException trouble(Delivery delivery) {
    if (delivery instanceof Delivery.Waiting waiting) {
      return new ProblemException(
          "a reminder is not sent yet: " + waiting.why(),
          "Nothing needs doing: Fortnight tries again.");
    }
    if (delivery instanceof Delivery.Uncertain uncertain) {
      return new ProblemException(
          "it is not known yet whether a reminder arrived: " + uncertain.why(),
          "Nothing needs doing: Fortnight looks whether it did.");
    }
    if (delivery instanceof Delivery.Refused refused) {
      return new ProblemException("a reminder is not sent: " + refused.why(), refused.remedy());
    }
    String why = delivery instanceof Delivery.Asking asking ? asking.why() : "it was interrupted";
    return new ProblemException(
        "a reminder may have arrived, or not: " + why,
        "Nothing needs doing: it is not sent twice, and the next one goes out in its time.");
  }
}
