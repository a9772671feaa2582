package dev.fortnight.topic.github;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;

/**
 * What a sync cost.
 *
 * @param made how many requests were sent
 * @param unchanged how many of them were answered 304, which costs none of the rate limit
 * @param left how many requests GitHub still allows; empty where it did not say
 * @param reset when it allows all of them again
 */
public record Requests(int made, int unchanged, Optional<Integer> left, Optional<Instant> reset) {

  static final Requests NONE = new Requests(0, 0, Optional.empty(), Optional.empty());

  Requests sent() {
    return new Requests(made + 1, unchanged, left, reset);
  }

  Requests answered(int status, HttpHeaders headers) {
    return new Requests(
        made,
        status == 304 ? unchanged + 1 : unchanged,
        number(headers, "X-RateLimit-Remaining")
            .filter(count -> count < 1_000_000_000)
            .map(Math::toIntExact)
            .or(() -> left),
        number(headers, "X-RateLimit-Reset").map(Instant::ofEpochSecond).or(() -> reset));
  }

  private static Optional<Long> number(HttpHeaders headers, String name) {
    return headers
        .firstValue(name)
        .filter(text -> text.matches("\\d{1,9}|1\\d{9}"))
        .map(Long::valueOf);
  }
}
