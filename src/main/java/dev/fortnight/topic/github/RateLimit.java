package dev.fortnight.topic.github;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether an answer says that Fortnight asks too often, and how long it should wait. Source:
 * docs.github.com, "Rate limits for the REST API"; that a secondary limit may show in the body
 * alone was seen in recordings.
 */
final class RateLimit {

  /** GitHub has no limit that lasts longer; a header that says so is not believed. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private RateLimit() {}

  /**
   * Throws if an answer says so.
   *
   * @param now our own time, for an answer that does not tell GitHub's
   */
  static void check(int status, HttpHeaders headers, String body, Instant now)
      throws LimitReachedException {
    if (status != 403 && status != 429) {
      return;
    }
    Optional<String> retry = headers.firstValue("Retry-After");
    Instant date = date(headers).orElse(now);
    boolean isSpent = headers.firstValue("X-RateLimit-Remaining").equals(Optional.of("0"));
    if (retry.isPresent()) {
      throw new LimitReachedException(retryAfter(retry.get(), date));
    }
    if (isSpent) {
      throw new LimitReachedException(reset(headers, date));
    }
    if (status == 429 || speaksOfLimit(body)) {
      throw new LimitReachedException(Optional.empty());
    }
  }

  private static boolean speaksOfLimit(String body) {
    String text = body.toLowerCase(Locale.ROOT);
    return text.contains("rate limit") || text.contains("abuse detection");
  }

  private static Optional<Duration> retryAfter(String value, Instant date) {
    if (value.matches("\\d{1,12}")) {
      return sane(Duration.ofSeconds(Long.parseLong(value)));
    }
    return instant(value).flatMap(until -> sane(Duration.between(date, until)));
  }

  private static Optional<Duration> reset(HttpHeaders headers, Instant date) {
    return headers
        .firstValue("X-RateLimit-Reset")
        .filter(seconds -> seconds.matches("\\d{1,12}"))
        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
        .flatMap(until -> sane(Duration.between(date, until)));
  }

  /** Reckoned by GitHub's own clock, as ours may be wrong. */
  private static Optional<Duration> sane(Duration wait) {
    if (wait.isNegative()) {
      return Optional.empty();
    }
    return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  /** GitHub's time, where it tells it. */
  static Optional<Instant> date(HttpHeaders headers) {
    return headers.firstValue("Date").flatMap(RateLimit::instant);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // the answer is the same without it, only less exact
    }
  }
}
