package dev.fortnight.topic.github;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Comments on topics. */
final class JdbiCommentStore {

  private static final String ONE =
      " where programme_id = :programme and repository = :repository and id = :id";

  private final Place place;

  JdbiCommentStore(Place place) {
    this.place = place;
  }

  /** Puts a comment in the place of what was known of it, unless that is newer. */
  void put(Handle handle, Comment comment) {
    Optional<Instant> known =
        place
            .query(handle, "select updated_at from github_comment" + ONE)
            .bind("id", comment.id())
            .mapTo(String.class)
            .findOne()
            .map(Instant::parse);
    if (known.isPresent() && known.get().isAfter(comment.updatedAt())) {
      return;
    }
    place.update(handle, "delete from github_comment" + ONE).bind("id", comment.id()).execute();
    place
        .update(
            handle,
            "insert into github_comment values"
                + " (:programme, :repository, :id, :number, :body, :author, :createdAt, :updatedAt)")
        .bind("id", comment.id())
        .bind("number", comment.number())
        .bind("body", comment.body())
        .bind("author", comment.author().map(Names.User::id).orElse(null))
        .bind("createdAt", comment.createdAt().toString())
        .bind("updatedAt", comment.updatedAt().toString())
        .execute();
  }

  /** Puts all comments that an issue has in the place of those known. */
  void replace(Handle handle, int number, List<Comment> comments) {
    place
        .update(
            handle,
            "delete from github_comment where programme_id = :programme"
                + " and repository = :repository and number = :number")
        .bind("number", number)
        .execute();
    comments.forEach(comment -> put(handle, comment));
  }
}
