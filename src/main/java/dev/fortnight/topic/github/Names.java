package dev.fortnight.topic.github;

import java.util.Optional;

/** What GitHub may rename without touching the issues that bear it, each by its id. */
final class Names {

  private Names() {}

  record Label(long id, String name) {}

  /**
   * @param dueOn in ISO 8601, as GitHub says it
   */
  record Milestone(long id, int number, String title, String state, Optional<String> dueOn) {}

  record User(long id, String login) {}
}
