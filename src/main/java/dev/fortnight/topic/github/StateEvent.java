package dev.fortnight.topic.github;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that changed a topic's state.
 *
 * @param event GitHub's word: {@code closed}, {@code reopened}, {@code converted_to_discussion}
 * @param reason for example {@code completed}
 */
record StateEvent(String event, Optional<String> reason, Instant at) {

  /** A converted issue stays in the API, closed and locked; only its timeline says what it is. */
  static final String CONVERTED = "converted_to_discussion";
}
