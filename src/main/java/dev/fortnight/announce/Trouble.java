package dev.fortnight.announce;

import dev.fortnight.problem.ProblemException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says why an edition is not announced as it should be, and what to do. */
final class Trouble {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC on' d MMMM", Locale.UK).withZone(ZoneOffset.UTC);

  private final int edition;

  Trouble(int edition) {
    this.edition = edition;
  }

  ProblemException of(Delivery delivery) {
    if (delivery instanceof Delivery.Waiting waiting) {
      return new ProblemException(
          "edition " + edition + " is not announced yet: " + waiting.why(),
          after(waiting.notBefore(), "tries again"));
    }
    if (delivery instanceof Delivery.Sending sending) {
      return new ProblemException(
          "edition " + edition + " is being announced, or was when Fortnight was stopped",
          after(sending.since().plus(Dispatch.LEASE), "looks whether it arrived"));
    }
    if (delivery instanceof Delivery.Uncertain uncertain) {
      return new ProblemException(
          "it is not known yet whether edition " + edition + " was announced: " + uncertain.why(),
          after(uncertain.notBefore(), "looks whether it arrived"));
    }
    if (delivery instanceof Delivery.Refused refused) {
      return new ProblemException(
          "edition " + edition + " is not announced: " + refused.why(),
          refused.remedy() + " Then run 'fortnight announce'.");
    }
    if (delivery instanceof Delivery.Asking asking) {
      return new ProblemException(
          "edition " + edition + " may have been announced, or not: " + asking.why(),
          "Look into the channel. Where it stands there, run 'fortnight announce --resolve posted';"
              + " where it does not, 'fortnight announce --resolve not-posted'.");
    }
    return busy();
  }

  private static String after(Instant time, String what) {
    return "Nothing needs doing: Fortnight " + what + " after " + TIME.format(time) + ".";
  }

  /** Subscribers are told of editions in their order. */
  ProblemException behind(int older, Instant due) {
    return new ProblemException(
        "edition " + edition + " is not announced yet: edition " + older + " comes first",
        after(due, "goes on with that one"));
  }

  ProblemException busy() {
    return new ProblemException(
        "edition " + edition + " is being announced by another process",
        "Nothing needs doing: Fortnight looks again at its next turn.");
  }

  /** Something was taken back that a message may show which nobody can find any more. */
  ProblemException outOfReach() {
    return new ProblemException(
        "the announcement of edition "
            + edition
            + " may still say what was taken back, and Fortnight cannot change it",
        "Delete it in the channel, or correct it. Then run 'fortnight announce --resolve posted"
            + " --edition "
            + edition
            + "'.");
  }

  ProblemException notCorrected(Delivery.Hold hold) {
    return new ProblemException(
        "the announcement of edition "
            + edition
            + " still says what was taken back, and is not corrected yet: "
            + hold.why(),
        hold.remedy().isEmpty()
            ? after(hold.until(), "tries again")
            : hold.remedy()
                + " Then run 'fortnight announce', or, where you corrected it by hand, 'fortnight"
                + " announce --resolve posted --edition "
                + edition
                + "'.");
  }
}
