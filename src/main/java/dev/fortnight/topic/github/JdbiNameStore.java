package dev.fortnight.topic.github;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Names of labels, milestones and people, by id. */
final class JdbiNameStore {

  private static final String MINE =
      " where programme_id = :programme and repository = :repository";

  private final Place place;

  JdbiNameStore(Place place) {
    this.place = place;
  }

  List<Names.Label> labels(Handle handle) {
    return place
        .query(handle, "select id, name from github_label" + MINE + " order by id")
        .map((row, context) -> new Names.Label(row.getLong("id"), row.getString("name")))
        .list();
  }

  private List<Names.Milestone> milestones(Handle handle) {
    return place
        .query(
            handle,
            "select id, number, title, state, due_on from github_milestone" + MINE + " order by id")
        .map(
            (row, context) ->
                new Names.Milestone(
                    row.getLong("id"),
                    row.getInt("number"),
                    row.getString("title"),
                    row.getString("state"),
                    Optional.ofNullable(row.getString("due_on"))))
        .list();
  }

  /** Puts all labels that there are in the place of those known. */
  void replaceLabels(Handle handle, List<Names.Label> labels) {
    Set<Long> there = labels.stream().map(Names.Label::id).collect(Collectors.toSet());
    for (Names.Label known : labels(handle)) {
      if (!there.contains(known.id())) {
        delete(handle, "github_label", "id", known.id());
        delete(handle, "github_issue_label", "label_id", known.id());
      }
    }
    labels.forEach(label -> put(handle, label));
  }

  /** Puts all milestones that there are in the place of those known. */
  void replaceMilestones(Handle handle, List<Names.Milestone> milestones) {
    Set<Long> there = milestones.stream().map(Names.Milestone::id).collect(Collectors.toSet());
    for (Names.Milestone known : milestones(handle)) {
      if (!there.contains(known.id())) {
        delete(handle, "github_milestone", "id", known.id());
        place
            .update(
                handle,
                "update github_issue set milestone_id = null" + MINE + " and milestone_id = :id")
            .bind("id", known.id())
            .execute();
      }
    }
    milestones.forEach(milestone -> put(handle, milestone));
  }

  private void delete(Handle handle, String table, String column, long id) {
    place
        .update(handle, "delete from " + table + MINE + " and " + column + " = :id")
        .bind("id", id)
        .execute();
  }

  /** Whether it was not known by this name. */
  boolean put(Handle handle, Names.Label label) {
    if (labels(handle).contains(label)) {
      return false;
    }
    delete(handle, "github_label", "id", label.id());
    place
        .update(handle, "insert into github_label values (:programme, :repository, :id, :name)")
        .bind("id", label.id())
        .bind("name", label.name())
        .execute();
    return true;
  }

  /** Whether it was not known like this. */
  boolean put(Handle handle, Names.Milestone milestone) {
    if (milestones(handle).contains(milestone)) {
      return false;
    }
    delete(handle, "github_milestone", "id", milestone.id());
    place
        .update(
            handle,
            "insert into github_milestone"
                + " values (:programme, :repository, :id, :number, :title, :state, :dueOn)")
        .bind("id", milestone.id())
        .bind("number", milestone.number())
        .bind("title", milestone.title())
        .bind("state", milestone.state())
        .bind("dueOn", milestone.dueOn().orElse(null))
        .execute();
    return true;
  }

  /** A person by the name that they have now. */
  void put(Handle handle, Names.User user) {
    Optional<String> known =
        place
            .query(
                handle,
                "select login from github_user where programme_id = :programme and id = :id")
            .bind("id", user.id())
            .mapTo(String.class)
            .findOne();
    if (known.isEmpty()) {
      place
          .update(handle, "insert into github_user values (:programme, :id, :login)")
          .bind("id", user.id())
          .bind("login", user.login())
          .execute();
    } else if (!known.get().equals(user.login())) {
      place
          .update(
              handle,
              "update github_user set login = :login where programme_id = :programme and id = :id")
          .bind("id", user.id())
          .bind("login", user.login())
          .execute();
    }
  }
}
