package dev.fortnight.topic;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question on the backlog: a GitHub issue. Comments are not part of it; they are never shown.
 *
 * @param slug its name in addresses and references: the number, in a second repository the
 *     repository's name, a hyphen and the number
 * @param repository as {@code owner/name}; empty where an export does not say
 * @param body Markdown as its author wrote it; untrusted
 * @param stateReason GitHub's reason for the state, for example {@code completed}
 * @param url where the issue stands on GitHub
 */
public record Topic(
    String slug,
    String repository,
    int number,
    String title,
    String body,
    TopicState state,
    Optional<String> stateReason,
    List<String> labels,
    Optional<URI> url,
    Instant openedAt,
    Instant updatedAt,
    Optional<Instant> closedAt) {

  /** Everything that somebody wrote into it, a paragraph each. */
  public String text() {
    return title + "\n\n" + body + "\n\n" + String.join("\n\n", labels);
  }

  Topic withSlug(String other) {
    return new Topic(
        other,
        repository,
        number,
        title,
        body,
        state,
        stateReason,
        labels,
        url,
        openedAt,
        updatedAt,
        closedAt);
  }

  /** Without the time of its last change, which comments and reactions move too. */
  public Topic withoutLastChange() {
    return new Topic(
        slug,
        repository,
        number,
        title,
        body,
        state,
        stateReason,
        labels,
        url,
        openedAt,
        openedAt,
        closedAt);
  }
}
