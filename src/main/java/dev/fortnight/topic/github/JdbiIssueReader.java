package dev.fortnight.topic.github;

import dev.fortnight.topic.github.StoredIssue.StoredComment;
import dev.fortnight.topic.github.StoredIssue.StoredEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads topics with everything that belongs to them, each table once. */
final class JdbiIssueReader {

  private final Place place;

  JdbiIssueReader(Place place) {
    this.place = place;
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  List<StoredIssue> all(Handle handle) {
    Map<Integer, List<String>> labels =
        byNumber(
            handle,
            "select l.number, n.name from github_issue_label l join github_label n"
                + " on n.programme_id = l.programme_id and n.repository = l.repository"
                + " and n.id = l.label_id"
                + " where l.programme_id = :programme and l.repository = :repository"
                + " order by l.number, l.position",
            row -> row.getString("name"));
    Map<Integer, List<String>> assignees =
        byNumber(
            handle,
            "select a.number, u.login from github_assignee a join github_user u"
                + " on u.programme_id = a.programme_id and u.id = a.user_id"
                + " where a.programme_id = :programme and a.repository = :repository"
                + " order by a.number, a.position",
            row -> row.getString("login"));
    Map<Integer, List<StoredComment>> comments =
        byNumber(
            handle,
            "select c.number, c.id, c.body, c.created_at, c.updated_at, u.login"
                + " from github_comment c left join github_user u"
                + " on u.programme_id = c.programme_id and u.id = c.author_id"
                + " where c.programme_id = :programme and c.repository = :repository"
                + " order by c.number, c.id",
            JdbiIssueReader::comment);
    Map<Integer, List<StoredEvent>> events =
        byNumber(
            handle,
            "select number, event, reason, happened_at from github_state_event"
                + " where programme_id = :programme and repository = :repository"
                + " order by number, position",
            row ->
                new StoredEvent(
                    row.getString("event"),
                    text(row, "reason"),
                    Instant.parse(row.getString("happened_at"))));
    return place
        .query(
            handle,
            "select i.*, m.title as milestone, u.login as author from github_issue i"
                + " left join github_milestone m on m.programme_id = i.programme_id"
                + " and m.repository = i.repository and m.id = i.milestone_id"
                + " left join github_user u on u.programme_id = i.programme_id"
                + " and u.id = i.author_id"
                + " where i.programme_id = :programme and i.repository = :repository"
                + " order by i.number")
        .map(
            (row, context) -> {
              int number = row.getInt("number");
              return new StoredIssue(
                  place.repository(),
                  number,
                  row.getString("node_id"),
                  row.getString("title"),
                  row.getString("body"),
                  row.getString("state"),
                  text(row, "state_reason"),
                  labels.getOrDefault(number, List.of()),
                  text(row, "milestone"),
                  assignees.getOrDefault(number, List.of()),
                  text(row, "author"),
                  row.getString("association"),
                  text(row, "page"),
                  Instant.parse(row.getString("opened_at")),
                  Instant.parse(row.getString("updated_at")),
                  text(row, "closed_at").map(Instant::parse),
                  comments.getOrDefault(number, List.of()),
                  events.getOrDefault(number, List.of()));
            })
        .list();
  }

  private static StoredComment comment(ResultSet row) throws SQLException {
    return new StoredComment(
        row.getLong("id"),
        row.getString("body"),
        text(row, "login"),
        Instant.parse(row.getString("created_at")),
        Instant.parse(row.getString("updated_at")));
  }

  private <T> Map<Integer, List<T>> byNumber(Handle handle, String sql, Row<T> reader) {
    Map<Integer, List<T>> values = new HashMap<>();
    place
        .query(handle, sql)
        .map(
            (row, context) ->
                values
                    .computeIfAbsent(row.getInt("number"), number -> new ArrayList<>())
                    .add(reader.read(row)))
        .list();
    return values;
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
