package dev.fortnight.announce;

/** A way to tell subscribers. */
public interface Announcer {

  /**
   * The channel that it tells, as {@code programme.yml} names it; {@code log} where there is none.
   */
  String channel();

  /** Whether an announcement has arrived, whatever a broken attempt said. */
  boolean hasArrived(Announcement announcement);

  /**
   * Sends it.
   *
   * @throws dev.fortnight.problem.ProblemException if it did not arrive
   */
  void send(Announcement announcement);
}
