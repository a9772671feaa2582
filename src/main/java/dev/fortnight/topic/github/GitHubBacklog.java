package dev.fortnight.topic.github;

import dev.fortnight.programme.Programme;
import dev.fortnight.store.Database;
import dev.fortnight.topic.RemovedTopic;
import dev.fortnight.topic.TopicOrder;
import dev.fortnight.topic.github.JdbiSyncStore.SyncState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What the store holds of a programme's backlog on GitHub. */
public final class GitHubBacklog {

  private final Jdbi jdbi;
  private final String programme;

  private GitHubBacklog(Jdbi jdbi, String programme) {
    this.jdbi = jdbi;
    this.programme = programme;
  }

  public static GitHubBacklog in(Database database, String programmeId) {
    return new GitHubBacklog(database.jdbi(), programmeId);
  }

  /** Topics by number. */
  public List<StoredIssue> issues(String repository) {
    return jdbi.inTransaction(
        handle -> new JdbiIssueReader(new Place(programme, repository)).all(handle));
  }

  /** What is gone, by number. */
  public List<Tombstone> tombstones(String repository) {
    return jdbi.withHandle(
        handle -> new JdbiTombstoneStore(new Place(programme, repository)).all(handle));
  }

  /** What is gone of a whole backlog, the latest first; nothing of one that is not on GitHub. */
  public List<Tombstone> tombstones(Programme.Backlog backlog) {
    return backlog instanceof Programme.Backlog.GitHub github
        ? github.repositories().stream()
            .flatMap(repository -> tombstones(repository).stream())
            .sorted(Comparator.comparing(Tombstone::noticedAt).reversed())
            .toList()
        : List.of();
  }

  /** The same as the site says it, in the order of the backlog. */
  public List<RemovedTopic> removed(Programme.Backlog.GitHub backlog) {
    TopicOrder.Slugs slugs = TopicOrder.slugs(backlog.repositories());
    return backlog.repositories().stream()
        .flatMap(repository -> tombstones(repository).stream())
        .flatMap(stone -> stone.topic(slugs).stream())
        .toList();
  }

  /** What opened or closed topics of a whole backlog since, each repository's in its order. */
  public List<StateChange> changesSince(Programme.Backlog backlog, Instant since) {
    return backlog instanceof Programme.Backlog.GitHub github
        ? github.repositories().stream()
            .flatMap(repository -> changes(repository).stream())
            .filter(change -> !change.at().isBefore(since))
            .toList()
        : List.of();
  }

  private List<StateChange> changes(String repository) {
    return jdbi.withHandle(
        handle -> new JdbiStateChanges(new Place(programme, repository)).all(handle));
  }

  /** Until when GitHub wants to be left alone; empty where it does not, or did not say so yet. */
  public Optional<Instant> resumeAt() {
    return state().resumeAt();
  }

  /** When all that was there was looked after last. */
  public Optional<Instant> sweptAt() {
    return state().sweptAt();
  }

  private SyncState state() {
    return new JdbiSyncStore(jdbi, programme).state();
  }
}
