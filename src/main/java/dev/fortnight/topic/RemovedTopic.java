package dev.fortnight.topic;

import java.time.Instant;
import java.util.Optional;

/**
 * A topic that was there and is gone, as the site says it. Nothing of what it said is kept.
 *
 * @param slug its name in addresses and references, see {@link Topic#slug}
 * @param at when that was noticed
 * @param movedTo the slug that it has now, where it was transferred within the backlog
 */
public record RemovedTopic(String slug, Removal reason, Instant at, Optional<String> movedTo) {

  public String address() {
    return "topics/" + slug + "/";
  }
}
