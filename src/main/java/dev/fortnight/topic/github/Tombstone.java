package dev.fortnight.topic.github;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A topic that was there and is gone. Nothing of what it said is kept.
 *
 * @param repository as {@code owner/name}
 * @param noticedAt when Fortnight noticed, by its own clock
 * @param movedTo where it stands now, if Fortnight may know
 */
public record Tombstone(
    String repository, int number, Removal reason, Instant noticedAt, Optional<URI> movedTo) {}
