package dev.fortnight.topic.github;

import java.time.Instant;

/**
 * That a topic was closed or opened again.
 *
 * @param repository as {@code owner/name}
 * @param isClosed whether it was closed by it
 */
public record StateChange(String repository, int number, boolean isClosed, Instant at) {}
