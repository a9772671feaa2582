package dev.fortnight.topic.github;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What opened and closed topics, in the table {@code github_state_event}. */
final class JdbiStateChanges {

  private final Place place;

  JdbiStateChanges(Place place) {
    this.place = place;
  }

  /** By topic, and of one topic in their order. */
  List<StateChange> all(Handle handle) {
    return place
        .query(
            handle,
            "select number, event, happened_at from github_state_event"
                + " where programme_id = :programme and repository = :repository"
                + " order by number, position")
        .map(
            (row, context) ->
                new StateChange(
                    place.repository(),
                    row.getInt("number"),
                    !row.getString("event").equals("reopened"),
                    Instant.parse(row.getString("happened_at"))))
        .list();
  }
}
