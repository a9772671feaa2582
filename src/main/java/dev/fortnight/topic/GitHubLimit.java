package dev.fortnight.topic;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** What to do when GitHub says that it has been asked too often: fail, and say until when. */
final class GitHubLimit {

  /** Thrown instead of waiting. */
  static final class ReachedException extends IOException {

    private final transient Optional<Instant> reset;

    ReachedException(Optional<Instant> reset) {
      super("GitHub's rate limit is reached");
      this.reset = reset;
    }

    /** When GitHub answers again, where it says. */
    Optional<Instant> reset() {
      return reset;
    }
  }

  /** So many requests an hour. */
  static final GitHubRateLimitHandler PRIMARY =
      new GitHubRateLimitHandler() {
        @Override
        public void onError(GitHubConnectorResponse response) throws IOException {
          throw new ReachedException(reset(response));
        }
      };

  /** Too many at once. */
  static final GitHubAbuseLimitHandler SECONDARY =
      new GitHubAbuseLimitHandler() {
        @Override
        public void onError(GitHubConnectorResponse response) throws IOException {
          throw new ReachedException(reset(response));
        }
      };

  private GitHubLimit() {}

  /** {@code Retry-After} is in seconds or a date; the other header is in seconds since 1970. */
  private static Optional<Instant> reset(GitHubConnectorResponse response) {
    String retry = response.header("Retry-After");
    if (retry != null && retry.matches("\\d{1,9}")) {
      return date(response.header("Date")).map(date -> date.plusSeconds(Long.parseLong(retry)));
    }
    if (retry != null) {
      return date(retry);
    }
    String reset = response.header("X-RateLimit-Reset");
    return Optional.ofNullable(reset)
        .filter(seconds -> seconds.matches("\\d{1,12}"))
        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
  }

  private static Optional<Instant> date(String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // the answer is the same without it, only less exact
    }
  }
}
