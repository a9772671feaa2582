package dev.fortnight.topic.github;

import dev.fortnight.topic.IssueAddress;
import dev.fortnight.topic.Removal;
import dev.fortnight.topic.RemovedTopic;
import dev.fortnight.topic.TopicOrder;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A topic that was there and is gone. Nothing of what it said is kept.
 *
 * @param repository as {@code owner/name}
 * @param noticedAt when Fortnight noticed, by its own clock
 * @param movedTo where it stands now, if Fortnight may know
 */
public record Tombstone(
    String repository, int number, Removal reason, Instant noticedAt, Optional<URI> movedTo) {

  /** The same as the site says it; empty where its repository is not of the backlog any more. */
  Optional<RemovedTopic> topic(TopicOrder.Slugs slugs) {
    return slugs
        .of(repository, number)
        .map(
            slug ->
                new RemovedTopic(
                    slug, reason, noticedAt, movedTo.flatMap(to -> IssueAddress.slug(to, slugs))));
  }

  /**
   * For example {@code Topic 12 was removed on 3 November 2026: it was deleted on GitHub}.
   *
   * @param isOneOfMany whether the programme has other repositories, so that a number needs one
   */
  public String sentence(String day, boolean isOneOfMany) {
    return "Topic "
        + number
        + (isOneOfMany ? " of " + repository : "")
        + " was removed on "
        + day
        + ": "
        + reason.words();
  }
}
