package dev.fortnight.edition;

import dev.fortnight.topic.Removal;
import dev.fortnight.topic.RemovedTopic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The topics that an edition says are gone, in the table {@code edition_removed_topic}. */
final class JdbiRemovedTopics {

  private final String programme;

  JdbiRemovedTopics(String programme) {
    this.programme = programme;
  }

  void add(Handle handle, int edition, RemovedTopic topic) {
    handle
        .createUpdate(
            "insert into edition_removed_topic"
                + " values (:programme, :edition, :slug, :reason, :at, :movedTo)")
        .bind("programme", programme)
        .bind("edition", edition)
        .bind("slug", topic.slug())
        .bind("reason", topic.reason().name())
        .bind("at", topic.at().toString())
        .bind("movedTo", topic.movedTo().orElse(null))
        .execute();
  }

  List<RemovedTopic> of(Handle handle, int edition) {
    return handle
        .createQuery(
            "select slug, reason, removed_at, moved_to from edition_removed_topic"
                + " where programme_id = :programme and edition = :edition")
        .bind("programme", programme)
        .bind("edition", edition)
        .map(
            (row, context) ->
                new RemovedTopic(
                    row.getString("slug"),
                    Removal.valueOf(row.getString("reason")),
                    Instant.parse(row.getString("removed_at")),
                    Optional.ofNullable(row.getString("moved_to"))))
        .list();
  }
}
