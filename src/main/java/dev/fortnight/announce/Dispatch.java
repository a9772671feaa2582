package dev.fortnight.announce;

import dev.fortnight.announce.Announcer.Answer;
import dev.fortnight.announce.Announcer.Sighting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
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

  private static final Duration UNTIL_MENDED = Duration.ofHours(1);

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
      correct(row, posted);
      return false;
    }
    Instant now = pace.instant();
    if (delivery instanceof Delivery.Waiting waiting) {
      if (now.isBefore(waiting.notBefore())) {
        throw trouble.of(waiting);
      }
      return isUntouched(row) ? sendUnlessThere(row, below) : send(row, below);
    }
    if (delivery instanceof Delivery.Sending sending) {
      // a time to come means that the clock was set back, so it says nothing
      boolean isFresh =
          now.isBefore(sending.since().plus(LEASE)) && !now.isBefore(sending.since().minus(LEASE));
      if (isFresh) {
        throw trouble.of(sending);
      }
      return look(row, below, sending.since());
    }
    if (delivery instanceof Delivery.Uncertain uncertain) {
      if (now.isBefore(uncertain.notBefore())) {
        throw trouble.of(uncertain);
      }
      return look(row, below, uncertain.since());
    }
    if (delivery instanceof Delivery.Refused refused) {
      if (asked == Outbox.Asked.BY_A_PERSON) {
        return send(row, below);
      }
      throw trouble.of(refused);
    }
    Delivery.Asking asking = (Delivery.Asking) delivery;
    if (asked == Outbox.Asked.BY_A_PERSON) {
      return look(row, below, asking.since());
    }
    throw trouble.of(asking);
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

  private static boolean isUntouched(OutboxRow row) {
    return row.version() == 0;
  }

  /** A database that was restored from a backup does not know what was told since. */
  private boolean sendUnlessThere(OutboxRow row, Optional<String> below) {
    Instant since = pace.instant().minus(RECENT);
    Sighting sighting = announcer.find(message(row), below, since);
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
    Sighting sighting = announcer.find(message(row), below, since.minus(SKEW));
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
    Announcement.Message message = message(row);
    Delivery.Sending sending = new Delivery.Sending(begun);
    OutboxRow claimed =
        store
            .put(row.with(sending).telling(tree, hash(message), announcement.messages().size()))
            .orElseThrow(() -> trouble.of(sending));
    if (pace.instant().isAfter(begun.plus(START))) {
      Delivery.Waiting again = waiting(Duration.ZERO, "this machine slept for a while");
      store.put(claimed.with(again));
      throw trouble.of(again);
    }
    Answer answer = announcer.send(message, below);
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

  /** What was taken back since is not to stand in the channel either. */
  private void correct(OutboxRow row, Delivery.Posted posted) {
    Announcement.Message message = message(row);
    String hash = hash(message);
    if (row.tree().equals(Optional.of(tree)) || row.tree().isEmpty() && posted.place().isEmpty()) {
      return;
    }
    if (row.told().equals(Optional.of(hash))) {
      put(row.telling(tree, hash, announcement.messages().size()));
      return;
    }
    if (posted.place().isEmpty()) {
      throw trouble.outOfReach();
    }
    if (posted.notBefore().filter(pace.instant()::isBefore).isPresent()) {
      throw trouble.notCorrected("Slack asked to wait", "");
    }
    Answer answer = announcer.replace(message, posted.place().get());
    if (answer instanceof Answer.Arrived || answer instanceof Answer.Gone) {
      put(row.telling(tree, hash, announcement.messages().size()));
    } else if (answer instanceof Answer.Later later) {
      put(row.with(posted.notBefore(pace.instant().plus(later.pause()))));
      throw trouble.notCorrected(later.why(), "");
    } else if (answer instanceof Answer.Refused refused) {
      put(row.with(posted.notBefore(pace.instant().plus(UNTIL_MENDED))));
      throw trouble.notCorrected(refused.why(), refused.remedy());
    } else {
      put(row.with(posted.notBefore(pace.instant().plus(SETTLING))));
      throw trouble.notCorrected(((Answer.Unknown) answer).why(), "");
    }
  }

  private void put(OutboxRow row) {
    store.put(row).orElseThrow(trouble::busy);
  }

  private Announcement.Message message(OutboxRow row) {
    return announcement.messages().get(row.part());
  }

  private static String hash(Announcement.Message message) {
    try {
      byte[] bytes = message.body().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
