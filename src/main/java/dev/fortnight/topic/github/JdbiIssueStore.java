package dev.fortnight.topic.github;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Issues with their labels, assignees and state events. */
final class JdbiIssueStore {

  private static final String MINE =
      " where programme_id = :programme and repository = :repository";
  private static final String ONE = MINE + " and number = :number";
  private static final List<String> PARTS =
      List.of("github_issue_label", "github_assignee", "github_state_event", "github_comment");

  private final Place place;

  JdbiIssueStore(Place place) {
    this.place = place;
  }

  /** What is needed to tell what has changed of an issue. */
  record Known(
      String nodeId,
      Instant updatedAt,
      String digest,
      String state,
      Optional<String> stateReason,
      Optional<Instant> closedAt,
      boolean isLocked,
      boolean isTimelineDue) {

    /**
     * Whether the timeline may say something new. What was reopened may have been closed and
     * reopened again, and what is locked may have become a discussion, without anything else to
     * show for it.
     */
    boolean mayHaveEventsBefore(Issue issue) {
      return issue.isLocked()
          || issue.stateReason().equals(Optional.of("reopened"))
          || !state.equals(issue.state())
          || !stateReason.equals(issue.stateReason())
          || !closedAt.equals(issue.closedAt())
          || isLocked != issue.isLocked();
    }
  }

  Optional<Known> find(Handle handle, int number) {
    return place
        .query(
            handle,
            "select node_id, updated_at, digest, state, state_reason, closed_at, locked,"
                + " timeline_due from github_issue"
                + ONE)
        .bind("number", number)
        .map(
            (row, context) ->
                new Known(
                    row.getString("node_id"),
                    Instant.parse(row.getString("updated_at")),
                    row.getString("digest"),
                    row.getString("state"),
                    Optional.ofNullable(row.getString("state_reason")),
                    Optional.ofNullable(row.getString("closed_at")).map(Instant::parse),
                    row.getBoolean("locked"),
                    row.getBoolean("timeline_due")))
        .findOne();
  }

  /** Where in the programme an issue stands under another number or in another repository. */
  List<Address> elsewhere(Handle handle, Issue issue) {
    return place
        .query(
            handle,
            "select repository, number from github_issue"
                + " where programme_id = :programme and node_id = :nodeId"
                + " and not (repository = :repository and number = :number)")
        .bind("nodeId", issue.nodeId())
        .bind("number", issue.number())
        .map((row, context) -> new Address(row.getString("repository"), row.getInt("number")))
        .list();
  }

  record Address(String repository, int number) {}

  /** Puts an issue in the place of what was known of it; its comments and events stay. */
  void put(Handle handle, Issue issue) {
    boolean isTimelineDue =
        find(handle, issue.number())
            .map(known -> known.isTimelineDue() || known.mayHaveEventsBefore(issue))
            .orElse(issue.isLocked());
    execute(handle, "delete from github_issue" + ONE, issue.number());
    place
        .update(
            handle,
            "insert into github_issue values (:programme, :repository, :number, :nodeId, :title,"
                + " :body, :state, :stateReason, :milestone, :author, :association, :page, :locked,"
                + " :comments, :openedAt, :updatedAt, :closedAt, :digest, :timelineDue)")
        .bind("number", issue.number())
        .bind("nodeId", issue.nodeId())
        .bind("title", issue.title())
        .bind("body", issue.body())
        .bind("state", issue.state())
        .bind("association", issue.association())
        .bind("comments", issue.comments())
        .bind("stateReason", issue.stateReason().orElse(null))
        .bind("milestone", issue.milestone().map(Names.Milestone::id).orElse(null))
        .bind("author", issue.author().map(Names.User::id).orElse(null))
        .bind("page", issue.page().orElse(null))
        .bind("locked", issue.isLocked())
        .bind("openedAt", issue.openedAt().toString())
        .bind("updatedAt", issue.updatedAt().toString())
        .bind("closedAt", issue.closedAt().map(Instant::toString).orElse(null))
        .bind("digest", issue.digest())
        .bind("timelineDue", isTimelineDue)
        .execute();
    putList(
        handle,
        "github_issue_label",
        issue.number(),
        issue.labels().stream().map(Names.Label::id).toList());
    putList(
        handle,
        "github_assignee",
        issue.number(),
        issue.assignees().stream().map(Names.User::id).toList());
  }

  private void putList(Handle handle, String table, int number, List<Long> ids) {
    execute(handle, "delete from " + table + ONE, number);
    for (int position = 0; position < ids.size(); position++) {
      place
          .update(
              handle,
              "insert into " + table + " values (:programme, :repository, :number, :position, :id)")
          .bind("number", number)
          .bind("position", position)
          .bind("id", ids.get(position))
          .execute();
    }
  }

  /** Forgets all that an issue said. */
  void remove(Handle handle, int number) {
    PARTS.forEach(table -> execute(handle, "delete from " + table + ONE, number));
    execute(handle, "delete from github_issue" + ONE, number);
  }

  private void execute(Handle handle, String sql, int number) {
    place.update(handle, sql).bind("number", number).execute();
  }

  List<Integer> numbers(Handle handle) {
    return place
        .query(handle, "select number from github_issue" + MINE + " order by number")
        .mapTo(Integer.class)
        .list();
  }

  List<Integer> withoutLabel(Handle handle, long label) {
    return place
        .query(
            handle,
            "select number from github_issue i"
                + MINE
                + " and not exists (select 1 from github_issue_label l"
                + " where l.programme_id = i.programme_id and l.repository = i.repository"
                + " and l.number = i.number and l.label_id = :label) order by number")
        .bind("label", label)
        .mapTo(Integer.class)
        .list();
  }

  /** Those of which not as many comments are stored as GitHub counts. */
  List<Integer> miscounted(Handle handle) {
    return place
        .query(
            handle,
            "select number from github_issue i"
                + MINE
                + " and comment_count <> (select count(*) from github_comment c"
                + " where c.programme_id = i.programme_id and c.repository = i.repository"
                + " and c.number = i.number) order by number")
        .mapTo(Integer.class)
        .list();
  }

  /** What GitHub listed is what counts, even where its own count says something else. */
  void settleCount(Handle handle, int number, int comments) {
    place
        .update(handle, "update github_issue set comment_count = :count" + ONE)
        .bind("number", number)
        .bind("count", comments)
        .execute();
  }

  List<Integer> dueTimelines(Handle handle) {
    return place
        .query(
            handle,
            "select number from github_issue" + MINE + " and timeline_due = true order by number")
        .mapTo(Integer.class)
        .list();
  }

  void putEvents(Handle handle, int number, List<StateEvent> events) {
    execute(handle, "delete from github_state_event" + ONE, number);
    for (int position = 0; position < events.size(); position++) {
      StateEvent event = events.get(position);
      place
          .update(
              handle,
              "insert into github_state_event"
                  + " values (:programme, :repository, :number, :position, :event, :reason, :at)")
          .bind("number", number)
          .bind("position", position)
          .bind("event", event.event())
          .bind("reason", event.reason().orElse(null))
          .bind("at", event.at().toString())
          .execute();
    }
    execute(handle, "update github_issue set timeline_due = false" + ONE, number);
  }
}
