package dev.fortnight.topic.github;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An issue as GitHub sends it; a text of untrusted people. Never written to a log.
 *
 * @param repository where GitHub says it is, as {@code owner/name}; empty where it does not say
 * @param author empty for an account that is gone
 * @param comments how many, as GitHub counts
 */
record Issue(
    String nodeId,
    String repository,
    int number,
    String title,
    String body,
    String state,
    Optional<String> stateReason,
    List<Names.Label> labels,
    Optional<Names.Milestone> milestone,
    List<Names.User> assignees,
    Optional<Names.User> author,
    String association,
    Optional<String> page,
    boolean isLocked,
    boolean isPullRequest,
    int comments,
    Instant openedAt,
    Instant updatedAt,
    Optional<Instant> closedAt) {

  /** The same for the same issue; another when any of what is kept of it has changed. */
  String digest() {
    return DigestUtils.sha256Hex(toString());
  }

  /** Not the text, so that no log can hold it by mistake. */
  String name() {
    return repository + "#" + number;
  }
}
