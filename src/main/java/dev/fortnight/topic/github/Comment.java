package dev.fortnight.topic.github;

import java.time.Instant;
import java.util.Optional;

/**
 * A comment as GitHub sends it: kept, never shown on a site, never written to a log.
 *
 * @param number of the issue that GitHub says it is on
 * @param author empty for an account that is gone
 */
record Comment(
    long id,
    int number,
    String body,
    Optional<Names.User> author,
    Instant createdAt,
    Instant updatedAt) {}
