package dev.fortnight.topic.github;

import dev.fortnight.programme.Programme;
import dev.fortnight.store.Database;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicOrder;
import dev.fortnight.topic.TopicStore;
import dev.fortnight.topic.github.JdbiListStore.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes topics of the issues that are stored, all at once: no reader ever sees half a first sync.
 */
final class StoredTopics {

  private final Database database;
  private final String programme;
  private final Programme.Backlog.GitHub backlog;

  StoredTopics(Database database, String programme, Programme.Backlog.GitHub backlog) {
    this.database = database;
    this.programme = programme;
    this.backlog = backlog;
  }

  /**
   * Puts the topics in the place of those that were there; of a repository that was never read to
   * its end those stay.
   *
   * @param isWhole whether all repositories could be read just now
   * @return whether they are others than before
   */
  boolean publish(boolean isWhole, Clock clock) {
    TopicStore store = TopicStore.in(database);
    List<Topic> before = store.topics(programme);
    List<Topic> now = new ArrayList<>();
    for (String repository : backlog.repositories()) {
      now.addAll(isComplete(repository) ? topics(repository) : of(repository, before));
    }
    List<Topic> arranged = TopicOrder.arrange(backlog.repositories(), now);
    boolean hasChanged = !arranged.equals(before);
    if (isWhole || hasChanged) {
      Instant syncedAt =
          isWhole ? clock.instant() : store.syncedAt(programme).orElseGet(clock::instant);
      store.replaceAll(programme, arranged, syncedAt);
    }
    return hasChanged;
  }

  private boolean isComplete(String repository) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                new JdbiListStore(new Place(programme, repository)).cursor(handle, Kind.ISSUES))
        .isComplete();
  }

  private List<Topic> topics(String repository) {
    return GitHubBacklog.in(database, programme).issues(repository).stream()
        .map(StoredIssue::topic)
        .toList();
  }

  private static List<Topic> of(String repository, List<Topic> topics) {
    return topics.stream().filter(topic -> topic.repository().equals(repository)).toList();
  }
}
