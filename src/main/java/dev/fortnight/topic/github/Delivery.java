package dev.fortnight.topic.github;

import java.util.OptionalInt;

/**
 * What a webhook said, as far as it is believed: that something happened, and where. What it says
 * that happened is asked of GitHub, since deliveries get lost, come twice and come late.
 *
 * @param id GitHub's {@code X-GitHub-Delivery}
 * @param repository as {@code owner/name}
 * @param gone the issue that may be gone or have lost a comment, which no list would say
 */
public record Delivery(String id, String repository, OptionalInt gone) {}
