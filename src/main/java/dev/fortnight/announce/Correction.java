package dev.fortnight.announce;

import dev.fortnight.announce.Announcer.Answer;
import dev.fortnight.announce.Delivery.Posted;
import dev.fortnight.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Puts what is so now where a message says what was taken back since. */
final class Correction {

  private static final Duration UNTIL_MENDED = Duration.ofHours(1);

  private final JdbiOutboxStore store;
  private final Announcer announcer;
  private final Clock pace;
  private final Outbox.Asked asked;
  private final Trouble trouble;

  Correction(
      JdbiOutboxStore store, Announcer announcer, Clock pace, Outbox.Asked asked, Trouble trouble) {
    this.store = store;
    this.announcer = announcer;
    this.pace = pace;
    this.asked = asked;
    this.trouble = trouble;
  }

  /**
   * @throws ProblemException if the message does not show what it should yet
   */
  void make(OutboxRow row, Posted posted, Wanted wanted) {
    boolean isOfAnOlderFortnight = row.tree().isEmpty() && posted.place().isEmpty();
    if (row.tree().equals(Optional.of(wanted.tree())) || isOfAnOlderFortnight) {
      return;
    }
    if (row.told().equals(Optional.of(wanted.hash()))) {
      put(wanted.told(row));
      return;
    }
    if (posted.place().isEmpty()) {
      throw trouble.outOfReach();
    }
    for (Delivery.Hold hold : posted.hold().stream().filter(this::isInForce).toList()) {
      throw trouble.notCorrected(hold);
    }
    Answer answer = announcer.replace(wanted.message(), posted.place().get());
    if (answer instanceof Answer.Arrived || answer instanceof Answer.Gone) {
      put(wanted.told(row.with(posted.without())));
      return;
    }
    Delivery.Hold hold = hold(answer);
    put(row.with(posted.with(hold)));
    throw trouble.notCorrected(hold);
  }

  /** A person may have mended what was refused; a pause that Slack asked for stays one. */
  private boolean isInForce(Delivery.Hold hold) {
    boolean mayBeMended = asked == Outbox.Asked.BY_A_PERSON && !hold.remedy().isEmpty();
    return pace.instant().isBefore(hold.until()) && !mayBeMended;
  }

  private Delivery.Hold hold(Answer answer) {
    if (answer instanceof Answer.Later later) {
      return hold(later.pause(), later.why(), "");
    }
    if (answer instanceof Answer.Refused refused) {
      return hold(UNTIL_MENDED, refused.why(), refused.remedy());
    }
    return hold(Dispatch.SETTLING, ((Answer.Unknown) answer).why(), "");
  }

  private Delivery.Hold hold(Duration pause, String why, String remedy) {
    return new Delivery.Hold(pace.instant().plus(pause), why, remedy);
  }

  private void put(OutboxRow row) {
    store.put(row).orElseThrow(trouble::busy);
  }
}
