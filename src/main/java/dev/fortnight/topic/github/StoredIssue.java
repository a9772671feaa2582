package dev.fortnight.topic.github;

import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicAuthor;
import dev.fortnight.topic.TopicState;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A topic with all that is kept of it, comments and people included, which no site shows.
 *
 * @param state {@code open} or {@code closed}
 * @param milestone its title
 * @param assignees their logins
 * @param association how its author stands to the repository, in GitHub's words
 * @param comments by id
 * @param events what changed its state, as far as Fortnight has seen it change
 */
public record StoredIssue(
    String repository,
    int number,
    String nodeId,
    String title,
    String body,
    String state,
    Optional<String> stateReason,
    List<String> labels,
    Optional<String> milestone,
    List<String> assignees,
    Optional<String> author,
    String association,
    Optional<String> page,
    Instant openedAt,
    Instant updatedAt,
    Optional<Instant> closedAt,
    List<StoredComment> comments,
    List<StoredEvent> events) {

  /**
   * A comment, which no site shows.
   *
   * @param author a login; empty for an account that is gone
   */
  public record StoredComment(
      long id, String body, Optional<String> author, Instant createdAt, Instant updatedAt) {}

  /** Something that changed a topic's state, in GitHub's words. */
  public record StoredEvent(String event, Optional<String> reason, Instant at) {}

  /** What checks and sites get, with no more than its number for a slug. */
  Topic topic() {
    return new Topic(
        String.valueOf(number),
        repository,
        number,
        title,
        body,
        state.equals("closed") ? TopicState.CLOSED : TopicState.OPEN,
        stateReason.map(reason -> reason.toLowerCase(Locale.ROOT)),
        labels,
        page.flatMap(StoredIssue::uri),
        openedAt,
        updatedAt,
        closedAt,
        Optional.of(TopicAuthor.of(association)));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
