package dev.fortnight.web;

import dev.fortnight.site.SiteTree;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Editions as they would be, for those who are about to sign them off. Their pages are kept in an
 * origin of their own, to which no cookie goes, so an address that nobody can guess lets them in
 * for an hour.
 */
@Singleton
final class EditionPreviews {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 3;
  private static final int TOKEN_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Clock clock;
  private final Map<String, Kept> kept = new LinkedHashMap<>();

  private record Kept(SiteTree tree, Instant until) {}

  EditionPreviews() {
    this(Clock.systemUTC());
  }

  EditionPreviews(Clock clock) {
    this.clock = clock;
  }

  /** Keeps one, the newest few only. */
  synchronized String keep(SiteTree tree) {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    kept.put(token, new Kept(tree, clock.instant().plus(KEPT)));
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    return token;
  }

  synchronized Optional<SiteTree> of(String token) {
    kept.values().removeIf(one -> !clock.instant().isBefore(one.until()));
    return Optional.ofNullable(kept.get(token)).map(Kept::tree);
  }
}
