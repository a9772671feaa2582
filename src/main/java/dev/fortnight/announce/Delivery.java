package dev.fortnight.announce;

import java.time.Instant;
import java.util.Optional;

/** Where one message of an announcement stands. */
public sealed interface Delivery {

  /**
   * It was not sent, or surely did not arrive.
   *
   * @param notBefore when it may be sent
   * @param why it was not yet; empty if nobody tried
   */
  record Waiting(Instant notBefore, String why) implements Delivery {}

  /** Somebody is sending it, or was when a process ended. */
  record Sending(Instant since) implements Delivery {}

  /**
   * It may have arrived.
   *
   * @param since when it was sent
   * @param notBefore when it is time to look
   */
  record Uncertain(Instant since, Instant notBefore, String why) implements Delivery {}

  /**
   * It arrived.
   *
   * @param place what it is found by when it has to be replaced; empty where nobody knows
   * @param notBefore when it may be replaced, if it has to be; empty for any time
   */
  record Posted(Instant at, Optional<String> place, Optional<Instant> notBefore)
      implements Delivery {

    Posted notBefore(Instant time) {
      return new Posted(at, place, Optional.of(time));
    }
  }

  /** It was refused for a reason that only a person can mend. */
  record Refused(Instant at, String why, String remedy) implements Delivery {}

  /** It may have arrived, and only a person can tell. */
  record Asking(Instant since, String why) implements Delivery {}
}
