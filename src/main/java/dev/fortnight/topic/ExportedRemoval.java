package dev.fortnight.topic;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What an export says is gone, as {@code fortnight topics --format json} writes it. */
record ExportedRemoval(
    String repository, int number, Removal reason, Instant at, Optional<URI> movedTo) {

  /**
   * @throws ExportedIssue.UnreadableException if it does not say when or why
   */
  static ExportedRemoval of(ExportedIssue issue) throws ExportedIssue.UnreadableException {
    JsonNode stone = issue.json().path("tombstone");
    ExportedIssue said = new ExportedIssue(stone, issue.line(), Optional.empty());
    return new ExportedRemoval(
        issue.repository(),
        issue.number(),
        Removal.of(stone.path("reason").asText())
            .orElseThrow(
                () ->
                    new ExportedIssue.UnreadableException(
                        "'reason' is none of those that there are")),
        said.instant("at", "at")
            .orElseThrow(() -> new ExportedIssue.UnreadableException("'at' is missing")),
        said.page("movedTo"));
  }

  Optional<RemovedTopic> topic(TopicOrder.Slugs slugs) {
    return slugs
        .of(repository, number)
        .map(
            slug ->
                new RemovedTopic(
                    slug, reason, at, movedTo.flatMap(page -> IssueAddress.slug(page, slugs))));
  }
}
