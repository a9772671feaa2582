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
 * @param author whose text it is. GitHub's lists do not say who changed an issue last, but nobody
 *     outside the team can change any but their own: <a
 *     href="https://docs.github.com/rest/issues/issues#update-an-issue">its author can, and who has
 *     push access or the triage role</a>. So what the team wrote nobody else has changed. Empty
 *     where that was not asked: in a stored content, and in what was synced before it was
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
    Optional<Instant> closedAt,
    Optional<TopicAuthor> author) {

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
        closedAt,
        author);
  }

  /** Whether anybody outside the team may have written or changed it. */
  public boolean isOpenToOutsiders() {
    return !author.equals(Optional.of(TopicAuthor.TEAM));
  }

  /**
   * Without the time of its last change, which comments and reactions move too, and without what
   * its author is to the team, which no reader sees.
   */
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
        closedAt,
        Optional.empty());
  }
}
