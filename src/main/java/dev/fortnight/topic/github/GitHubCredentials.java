package dev.fortnight.topic.github;

import dev.fortnight.problem.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What GitHub knows Fortnight by. Asked before each request, so that a token may be short-lived.
 */
public interface GitHubCredentials {

  /**
   * How long before its end a token is not used any more: an app's lives an hour, and a request may
   * take a minute.
   */
  Duration MARGIN = Duration.ofMinutes(5);

  /**
   * A token and its end; empty for one that ends when somebody revokes it.
   *
   * @param identity whom GitHub takes the holder for: its ETags hold for one identity only
   */
  record Grant(Secret token, Optional<Instant> expires, String identity) {

    /** Whether it can still be used at a moment. */
    public boolean isGood(Instant now) {
      return expires.map(end -> now.isBefore(end.minus(MARGIN))).orElse(true);
    }
  }

  /**
   * A token that is good now; empty where Fortnight asks as a stranger.
   *
   * @throws dev.fortnight.problem.ProblemException if none can be had
   */
  Optional<Grant> grant(Instant now);

  /** A personal token, or none. */
  static GitHubCredentials personal(Optional<Secret> token) {
    Optional<Grant> grant =
        token.map(
            secret -> new Grant(secret, Optional.empty(), DigestUtils.sha256Hex(secret.reveal())));
    return now -> grant;
  }
}
