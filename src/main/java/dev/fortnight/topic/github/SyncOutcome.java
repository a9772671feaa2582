package dev.fortnight.topic.github;

import java.time.Instant;

/** How a sync ended. None of these waits: whoever syncs decides when to come back. */
public sealed interface SyncOutcome {

  /** All that was asked was answered, if not always well. */
  record Done(SyncReport report) implements SyncOutcome {}

  /**
   * GitHub's rate limit was reached. What came before that is stored, and the rest follows.
   *
   * @param resumeAt before then a sync asks nothing, by our clock
   */
  record Paused(SyncReport report, Instant resumeAt) implements SyncOutcome {}

  /** Somebody else is syncing this programme. */
  record Busy() implements SyncOutcome {}
}
