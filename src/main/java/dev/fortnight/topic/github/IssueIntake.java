package dev.fortnight.topic.github;

import dev.fortnight.topic.Removal;
import dev.fortnight.topic.github.JdbiListStore.Kind;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Takes what GitHub says of issues into the store: what is new is kept, what is gone is buried. */
final class IssueIntake {

  private final Place place;
  private final Clock clock;
  private final JdbiIssueStore issues;
  private final JdbiCommentStore comments;
  private final JdbiNameStore names;
  private final JdbiListStore lists;

  IssueIntake(Place place, Clock clock) {
    this.place = place;
    this.clock = clock;
    this.issues = new JdbiIssueStore(place);
    this.comments = new JdbiCommentStore(place);
    this.names = new JdbiNameStore(place);
    this.lists = new JdbiListStore(place);
  }

  /** Takes one issue; what is older than what is known changes nothing. */
  void take(Handle handle, Issue issue, TopicRule rule) {
    if (issue.isPullRequest() || isConverted(handle, issue.number())) {
      return;
    }
    Optional<JdbiIssueStore.Known> known = issues.find(handle, issue.number());
    if (known.filter(old -> old.updatedAt().isAfter(issue.updatedAt())).isPresent()) {
      return;
    }
    if (!rule.isMetBy(issue)) {
      known.ifPresent(old -> bury(handle, issue.number(), Removal.LABEL_REMOVED, Optional.empty()));
      return;
    }
    if (known.filter(old -> old.digest().equals(issue.digest())).isEmpty()) {
      keep(handle, issue);
    }
  }

  private boolean isConverted(Handle handle, int number) {
    return new JdbiTombstoneStore(place)
        .all(handle).stream()
            .anyMatch(stone -> stone.number() == number && stone.reason() == Removal.CONVERTED);
  }

  private void keep(Handle handle, Issue issue) {
    for (JdbiIssueStore.Address old : issues.elsewhere(handle, issue)) {
      // it has moved here, as it seems: the next run asks whether it is still there
      JdbiHintStore.put(handle, new Place(place.programme(), old.repository()), old.number());
    }
    noteNames(handle, issue);
    issues.put(handle, issue);
    new JdbiTombstoneStore(place).remove(handle, issue.number());
  }

  /**
   * A name that the list of names did not say puts that list in doubt: it has changed since, and
   * may have changed back before it is asked for again.
   */
  private void noteNames(Handle handle, Issue issue) {
    issue.author().ifPresent(user -> names.put(handle, user));
    issue.assignees().forEach(user -> names.put(handle, user));
    boolean isNewLabel = false;
    for (Names.Label label : issue.labels()) {
      isNewLabel |= names.put(handle, label);
    }
    if (isNewLabel) {
      lists.forgetPages(handle, Kind.LABELS);
    }
    if (issue.milestone().filter(milestone -> names.put(handle, milestone)).isPresent()) {
      lists.forgetPages(handle, Kind.MILESTONES);
    }
  }

  /** Takes comments on topics; those on anything else are not kept. */
  void take(Handle handle, List<Comment> page) {
    Set<Integer> topics = new HashSet<>(issues.numbers(handle));
    for (Comment comment : page) {
      if (topics.contains(comment.number())) {
        comment.author().ifPresent(user -> names.put(handle, user));
        comments.put(handle, comment);
      }
    }
  }

  /** Takes all comments that a topic has. */
  void takeAll(Handle handle, int number, List<Comment> all) {
    for (Comment comment : all) {
      comment.author().ifPresent(user -> names.put(handle, user));
    }
    comments.replace(handle, number, all);
    issues.settleCount(handle, number, all.size());
  }

  /** Forgets what a topic said and remembers that it was there. */
  void bury(Handle handle, int number, Removal reason, Optional<String> movedTo) {
    issues.remove(handle, number);
    new JdbiTombstoneStore(place).put(handle, number, reason, clock.instant(), movedTo);
  }

  /** Buries what is no topic by the labels that are there now. */
  void buryUnlabelled(Handle handle, TopicRule rule) {
    if (rule.label().isPresent()) {
      for (int number : issues.withoutLabel(handle, rule.id().orElse(Long.MIN_VALUE))) {
        bury(handle, number, Removal.LABEL_REMOVED, Optional.empty());
      }
    }
  }
}
