package dev.fortnight.announce;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A way to tell subscribers. It tries once and says what came of it; what to do then is for the
 * {@link Outbox} to decide.
 */
public interface Announcer {

  /**
   * The channel that it tells, as {@code programme.yml} names it; {@code log} where there is none.
   */
  String channel();

  /** Whether a message can stand below another one. */
  boolean hasThreads();

  /**
   * Sends a message, once.
   *
   * @param below the place of the message that it belongs below
   */
  Answer send(Announcement.Message message, Optional<String> below);

  /** Puts a message where an earlier wording of it stands. Doing that twice does no harm. */
  Answer replace(Announcement.Message message, String place);

  /**
   * Looks for a message that may have arrived.
   *
   * @param since nothing older can be it
   */
  Sighting find(Announcement.Message message, Optional<String> below, Instant since);

  /** What came of an attempt. */
  sealed interface Answer {

    /**
     * It arrived.
     *
     * @param place what it is found by when it has to be replaced; empty where that cannot be
     */
    record Arrived(Optional<String> place) implements Answer {}

    /** It did not arrive, and may after a while. */
    record Later(Duration pause, String why) implements Answer {}

    /**
     * It did not arrive and will not until somebody does something.
     *
     * @param remedy what to do, as a full sentence
     */
    record Refused(String why, String remedy) implements Answer {}

    /** It may have arrived. */
    record Unknown(String why) implements Answer {}

    /** What was to be replaced is not there any more. */
    record Gone() implements Answer {}
  }

  /** What looking came to. */
  sealed interface Sighting {

    /** It arrived, at a place as in {@link Answer.Arrived}. */
    record Seen(String place) implements Sighting {}

    /** It is not there. */
    record Absent() implements Sighting {}

    /** That cannot be told now. */
    record Later(Duration pause, String why) implements Sighting {}

    /** Only a person can tell. */
    record Blind(String why) implements Sighting {}
  }
}
