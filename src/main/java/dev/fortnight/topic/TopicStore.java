package dev.fortnight.topic;

import dev.fortnight.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The topics of a programme as they were when they were last synced. */
public interface TopicStore {

  /** The store in a database. */
  static TopicStore in(Database database) {
    return new JdbiTopicStore(database.jdbi());
  }

  /** Puts topics in the place of those that are there, all or none of them. */
  void replaceAll(String programmeId, List<Topic> topics, Instant syncedAt);

  /** The topics in the order in which they were stored. */
  List<Topic> topics(String programmeId);

  /** When they were stored; empty before the first sync. */
  Optional<Instant> syncedAt(String programmeId);
}
