package dev.fortnight.topic.github;

import java.time.Duration;
import java.util.Optional;

/** GitHub wants to be left alone; the sync ends and says until when. */
final class LimitReachedException extends Exception {

  private final transient Optional<Duration> wait;

  /**
   * @param wait how long from now; empty where GitHub does not say
   */
  LimitReachedException(Optional<Duration> wait) {
    super("GitHub's rate limit is reached");
    this.wait = wait;
  }

  Optional<Duration> duration() {
    return wait;
  }
}
