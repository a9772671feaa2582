package dev.fortnight.announce;

import java.time.Instant;
import java.util.Optional;

/** Where one message of an announcement stands. */
public sealed interface Delivery {

  /** When it may go on by itself; empty where it is done, or waits for a person. */
  default Optional<Instant> due() {
    return Optional.empty();
  }

  /**
   * It was not sent, or surely did not arrive.
   *
   * @param notBefore when it may be sent
   * @param why it was not yet; empty if nobody tried
   */
  record Waiting(Instant notBefore, String why) implements Delivery {

    @Override
    public Optional<Instant> due() {
      return Optional.of(notBefore);
    }
  }

  /** Somebody is sending it, or was when a process ended. */
  record Sending(Instant since) implements Delivery {

    @Override
    public Optional<Instant> due() {
      return Optional.of(since.plus(Dispatch.LEASE));
    }
  }

  /**
   * It may have arrived.
   *
   * @param since when it was sent
   * @param notBefore when it is time to look
   */
  record Uncertain(Instant since, Instant notBefore, String why) implements Delivery {

    @Override
    public Optional<Instant> due() {
      return Optional.of(notBefore);
    }
  }

  /**
   * It arrived.
   *
   * @param place what it is found by when it has to be replaced; empty where nobody knows
   * @param hold why it cannot be replaced yet, if it has to be
   */
  record Posted(Instant at, Optional<String> place, Optional<Hold> hold) implements Delivery {

    Posted with(Hold reason) {
      return new Posted(at, place, Optional.of(reason));
    }

    Posted without() {
      return new Posted(at, place, Optional.empty());
    }
  }

  /**
   * What keeps a message as it is for a while.
   *
   * @param remedy what to do, as a full sentence; empty where nothing needs doing
   */
  record Hold(Instant until, String why, String remedy) {}

  /** It was refused for a reason that only a person can mend. */
  record Refused(Instant at, String why, String remedy) implements Delivery {}

  /** It may have arrived, and only a person can tell. */
  record Asking(Instant since, String why) implements Delivery {}
}
