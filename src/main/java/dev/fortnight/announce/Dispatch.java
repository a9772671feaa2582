package dev.fortnight.announce;

import dev.fortnight.announce.Announcer.Answer;
import dev.fortnight.announce.Announcer.Sighting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One run over an announcement's messages. Stops at the first that has to wait. */
final class Dispatch {

  /** Longer than any attempt takes, so whoever began one before that is gone. */
  static final Duration LEASE = Duration.ofMinutes(2);

  /** What was handed over has arrived by then, or never does. */
  static final Duration SETTLING = Duration.ofMinutes(1);

  /** A process that slept since it claimed a message may not be the only one to send it. */
  private static final Duration START = Duration.ofSeconds(10);

  /** How far the clocks of two machines may differ. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  /** Where an announcement cannot be told from an older one's, nothing older than this is it. */
  private static final Duration RECENT = Duration.ofDays(30);

  private final JdbiOutboxStore store;
  private final Announcement announcement;
  private final String tree;
  private final Announcer announcer;
  private final Instant written;
  private final Clock pace;
  private final Outbox.Asked asked;
  private final Trouble trouble;

  Dispatch(
      JdbiOutboxStore store,
      Announcement announcement,
      String tree,
      Announcer announcer,
      Instant written,
      Clock pace,
      Outbox.Asked asked) {
    this.store = store;
    this.announcement = announcement;
    this.tree = tree;
    this.announcer = announcer;
    this.written = written;
    this.pace = pace;
    this.asked = asked;
    this.trouble = new Trouble(announcement.edition());
  }

  /** Whether the first message was sent now. */
  boolean run() {
    keepInOrder();
    boolean isNew = deliver(0, Optional.empty());
    OutboxRow row = row(0);
    Optional<String> first = ((Delivery.Posted) row.delivery()).place();
    if (announcer.hasThreads() && first.isPresent()) {
      for (int part = 1; part < parts(row); part++) {
        deliver(part, first);
      }
    }
    return isNew;
  }

  private void keepInOrder() {
    int edition = announcement.edition();
    String channel = announcement.channel();
    if (store.row(edition, channel, 0).filter(row -> !isUntouched(row)).isEmpty()) {
      for (OutboxRow row : store.rows(channel)) {
        Optional<Instant> due = row.delivery().due();
        if (row.edition() < edition && row.part() == 0 && due.isPresent()) {
          throw trouble.behind(row.edition(), due.get());
        }
      }
    }
  }

  /** A newer Fortnight may have more to say; of an edition that is as it was nothing more is. */
  private int parts(OutboxRow first) {
    int now = announcement.messages().size();
    boolean isAsTold = first.tree().equals(Optional.of(tree));
    return isAsTold ? Math.min(now, first.parts().orElse(now)) : now;
  }

  private boolean deliver(int part, Optional<String> below) {
    OutboxRow row = row(part);
    Delivery delivery = row.delivery();
    if (delivery instanceof Delivery.Posted posted) {
      new Correction(store, announcer, pace, asked, trouble).make(row, posted, wanted(row));
      return false;
    }
    if (delivery instanceof Delivery.Waiting waiting) {
      if (pace.instant().isBefore(waiting.notBefore())) {
        throw trouble.of(waiting);
      }
      return isUntouched(row) ? sendUnlessThere(row, below) : send(row, below);
    }
    if (delivery instanceof Delivery.Sending sending) {
      if (isFresh(sending)) {
        throw trouble.of(sending);
      }
      return look(row, below, sending.since());
    }
    if (delivery instanceof Delivery.Uncertain uncertain) {
      if (pace.instant().isBefore(uncertain.notBefore())) {
        throw trouble.of(uncertain);
      }
      return look(row, below, uncertain.since());
    }
    if (asked == Outbox.Asked.BY_THE_CYCLE) {
      throw trouble.of(delivery);
    }
    return delivery instanceof Delivery.Asking asking
        ? look(row, below, asking.since())
        : send(row, below);
  }

  /** A time to come means that the clock was set back, so it says nothing. */
  private boolean isFresh(Delivery.Sending sending) {
    Instant now = pace.instant();
    return now.isBefore(sending.since().plus(LEASE)) && !now.isBefore(sending.since().minus(LEASE));
  }

  private OutboxRow row(int part) {
    int edition = announcement.edition();
    String channel = announcement.channel();
    Optional<OutboxRow> known = store.row(edition, channel, part);
    if (known.isPresent()) {
      return known.get();
    }
    store.add(OutboxRow.begun(announcement, part, written, pace.instant()));
    return store.row(edition, channel, part).orElseThrow();
  }

  /** Whether nobody ever claimed it. */
  private static boolean isUntouched(OutboxRow row) {
    return row.told().isEmpty();
  }

  /** A database that was restored from a backup does not know what was told since. */
  private boolean sendUnlessThere(OutboxRow row, Optional<String> below) {
    Instant since = pace.instant().minus(RECENT);
    Sighting sighting = announcer.find(wanted(row).message(), below, since);
    if (sighting instanceof Sighting.Seen seen) {
      put(
          row.with(
              new Delivery.Posted(pace.instant(), Optional.of(seen.place()), Optional.empty())));
      return false;
    }
    if (sighting instanceof Sighting.Later later) {
      Delivery.Waiting waiting = waiting(later.pause(), later.why());
      put(row.with(waiting));
      throw trouble.of(waiting);
    }
    return send(row, below);
  }

  /** Of an attempt whose outcome nobody knows. */
  private boolean look(OutboxRow row, Optional<String> below, Instant since) {
    Sighting sighting = announcer.find(wanted(row).message(), below, since.minus(SKEW));
    if (sighting instanceof Sighting.Seen seen) {
      put(
          row.with(
              new Delivery.Posted(pace.instant(), Optional.of(seen.place()), Optional.empty())));
      return false;
    }
    if (sighting instanceof Sighting.Absent) {
      return send(row, below);
    }
    if (sighting instanceof Sighting.Later later) {
      Delivery.Uncertain still =
          new Delivery.Uncertain(since, pace.instant().plus(later.pause()), later.why());
      put(row.with(still));
      throw trouble.of(still);
    }
    Delivery.Asking asking = new Delivery.Asking(since, ((Sighting.Blind) sighting).why());
    put(row.with(asking));
    throw trouble.of(asking);
  }

  private boolean send(OutboxRow row, Optional<String> below) {
    Instant begun = pace.instant();
    Wanted wanted = wanted(row);
    Delivery.Sending sending = new Delivery.Sending(begun);
    OutboxRow claimed =
        store.put(wanted.told(row.with(sending))).orElseThrow(() -> trouble.of(sending));
    if (pace.instant().isAfter(begun.plus(START))) {
      Delivery.Waiting again = waiting(Duration.ZERO, "this machine slept for a while");
      store.put(claimed.with(again));
      throw trouble.of(again);
    }
    Answer answer = announcer.send(wanted.message(), below);
    Delivery outcome = outcome(answer, begun);
    // where that fails another process has taken over, and looks
    store.put(claimed.with(outcome));
    if (outcome instanceof Delivery.Posted) {
      return true;
    }
    throw trouble.of(outcome);
  }

  private Delivery outcome(Answer answer, Instant begun) {
    Instant now = pace.instant();
    if (answer instanceof Answer.Arrived arrived) {
      return new Delivery.Posted(now, arrived.place(), Optional.empty());
    }
    if (answer instanceof Answer.Later later) {
      return waiting(later.pause(), later.why());
    }
    if (answer instanceof Answer.Refused refused) {
      return new Delivery.Refused(now, refused.why(), refused.remedy());
    }
    if (answer instanceof Answer.Unknown unknown) {
      return new Delivery.Uncertain(begun, now.plus(SETTLING), unknown.why());
    }
    // somebody deleted what it belongs below, so it belongs nowhere
    return new Delivery.Posted(now, Optional.empty(), Optional.empty());
  }

  private Delivery.Waiting waiting(Duration wait, String why) {
    return new Delivery.Waiting(pace.instant().plus(wait), why);
  }

  private void put(OutboxRow row) {
    store.put(row).orElseThrow(trouble::busy);
  }

  private Wanted wanted(OutboxRow row) {
    return new Wanted(announcement, row.part(), tree);
  }
}
