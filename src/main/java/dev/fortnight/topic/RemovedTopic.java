package dev.fortnight.topic;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A topic that was there and is gone, as the site says it. Nothing of what it said is kept.
 *
 * @param slug its name in addresses and references, see {@link Topic#slug}
 * @param at when that was noticed
 * @param movedTo the slug that it has now, where it was transferred within the backlog
 */
public record RemovedTopic(String slug, Removal reason, Instant at, Optional<String> movedTo) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /**
   * For example {@code topic 12 was removed on 3 November 2026: it was deleted on GitHub}.
   *
   * @param zone the programme's
   */
  public String sentence(ZoneId zone) {
    return "topic "
        + slug
        + " was removed on "
        + DAY.format(at.atZone(zone))
        + ": "
        + reason.words();
  }

  /** Where it had its page, and has one that says so. */
  public String address() {
    return "topics/" + slug + "/";
  }
}
