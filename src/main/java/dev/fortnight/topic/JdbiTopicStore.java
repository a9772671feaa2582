package dev.fortnight.topic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Topics in the table {@code topic}. */
final class JdbiTopicStore implements TopicStore {

  private final Jdbi jdbi;

  JdbiTopicStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void replaceAll(String programmeId, List<Topic> topics, Instant syncedAt) {
    try {
      replace(programmeId, topics, syncedAt);
    } catch (UnableToExecuteStatementException e) {
      if (syncedAt(programmeId).isEmpty()) {
        throw e;
      }
      replace(programmeId, topics, syncedAt); // another process may have put the first row there
    }
  }

  private void replace(String programmeId, List<Topic> topics, Instant syncedAt) {
    jdbi.useTransaction(
        handle -> {
          if (!markSynced(handle, programmeId, syncedAt)) {
            handle
                .createUpdate("insert into topic_sync values (:programme, :syncedAt)")
                .bind("programme", programmeId)
                .bind("syncedAt", syncedAt.toString())
                .execute();
          }
          handle
              .createUpdate("delete from topic where programme_id = :programme")
              .bind("programme", programmeId)
              .execute();
          insert(handle, programmeId, topics);
        });
  }

  /** Locks the row too: of two syncs at once the second waits here until the first is through. */
  private static boolean markSynced(Handle handle, String programmeId, Instant syncedAt) {
    return handle
            .createUpdate(
                "update topic_sync set synced_at = :syncedAt where programme_id = :programme")
            .bind("programme", programmeId)
            .bind("syncedAt", syncedAt.toString())
            .execute()
        == 1;
  }

  private static void insert(Handle handle, String programmeId, List<Topic> topics) {
    if (topics.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into topic (programme_id, repository, number, position, content)"
                + " values (:programme, :repository, :number, :position, :content)");
    for (int position = 0; position < topics.size(); position++) {
      Topic topic = topics.get(position);
      batch
          .bind("programme", programmeId)
          .bind("repository", topic.repository())
          .bind("number", topic.number())
          .bind("position", position)
          .bind("content", StoredTopic.of(topic).json())
          .add();
    }
    batch.execute();
  }

  @Override
  public List<Topic> topics(String programmeId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select content from topic where programme_id = :programme order by position")
                .bind("programme", programmeId)
                .mapTo(String.class)
                .map(json -> StoredTopic.read(json).topic())
                .list());
  }

  @Override
  public Optional<Instant> syncedAt(String programmeId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select synced_at from topic_sync where programme_id = :programme")
                .bind("programme", programmeId)
                .mapTo(String.class)
                .findOne()
                .map(Instant::parse));
  }
}
