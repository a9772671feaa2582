package dev.fortnight.topic.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What GitHub says to one request, where it says something to go on with. */
sealed interface Answer {

  /**
   * What was asked for.
   *
   * @param next the page after this one
   * @param etag by which to ask whether it has changed
   * @param date GitHub's own time
   */
  record Content(
      URI asked, JsonNode json, Optional<URI> next, Optional<String> etag, Optional<Instant> date)
      implements Answer {}

  /**
   * What was asked for has not changed.
   *
   * @param next from this very answer: there may be a further page since, though this one is the
   *     same
   */
  record Unchanged(Optional<URI> next) implements Answer {}

  /** What was asked for is somewhere else: GitHub has not been asked there. */
  record Moved(URI to) implements Answer {}

  /**
   * There is nothing to see.
   *
   * @param status 404, 410, 451 or 403
   */
  record Absent(int status) implements Answer {

    /** Whether it was there and has been deleted. */
    boolean isDeleted() {
      return status == 410;
    }
  }
}
