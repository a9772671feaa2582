package dev.fortnight.topic.github;

import dev.fortnight.topic.Removal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is gone. */
final class JdbiTombstoneStore {

  private final Place place;

  JdbiTombstoneStore(Place place) {
    this.place = place;
  }

  void put(Handle handle, int number, Removal reason, Instant now, Optional<String> movedTo) {
    remove(handle, number);
    place
        .update(
            handle,
            "insert into github_tombstone"
                + " values (:programme, :repository, :number, :reason, :now, :movedTo)")
        .bind("number", number)
        .bind("reason", reason.name())
        .bind("now", now.toString())
        .bind("movedTo", movedTo.orElse(null))
        .execute();
  }

  void remove(Handle handle, int number) {
    place
        .update(
            handle,
            "delete from github_tombstone where programme_id = :programme"
                + " and repository = :repository and number = :number")
        .bind("number", number)
        .execute();
  }

  List<Tombstone> all(Handle handle) {
    return place
        .query(
            handle,
            "select number, reason, noticed_at, moved_to from github_tombstone"
                + " where programme_id = :programme and repository = :repository order by number")
        .map(
            (row, context) ->
                new Tombstone(
                    place.repository(),
                    row.getInt("number"),
                    Removal.valueOf(row.getString("reason")),
                    Instant.parse(row.getString("noticed_at")),
                    Optional.ofNullable(row.getString("moved_to")).map(URI::create)))
        .list();
  }
}
