package dev.fortnight.topic;

import java.time.Clock;

/** Brings the store up to date with the backlog. */
public final class TopicSync {

  private final TopicSource source;
  private final TopicStore store;
  private final Clock clock;

  public TopicSync(TopicSource source, TopicStore store, Clock clock) {
    this.source = source;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Reads all topics, then stores them; a source that fails leaves the store as it was.
   *
   * @return what the source had
   * @throws dev.fortnight.problem.ProblemException if the source cannot be read
   */
  public TopicSource.Topics sync(String programmeId) {
    TopicSource.Topics read = source.topics();
    store.replaceAll(programmeId, read.topics(), clock.instant());
    return read;
  }
}
