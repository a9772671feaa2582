package dev.fortnight.topic.github;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.store.Database;
import dev.fortnight.topic.github.JdbiSyncStore.SyncState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings a programme's backlog up to date with GitHub: asks, stores, and ends at once where GitHub
 * wants to be left alone.
 */
public final class GitHubSync {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** A later time to resume than any wait that was ever set comes from a clock that was wrong. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(25);

  private final Programme.Backlog.GitHub backlog;
  private final GitHubCredentials credentials;
  private final Jdbi jdbi;
  private final Database database;
  private final Clock clock;
  private final SyncProgress progress;
  private final Duration patience;

  public GitHubSync(
      Programme.Backlog.GitHub backlog,
      GitHubCredentials credentials,
      Database database,
      Clock clock,
      SyncProgress progress) {
    this(backlog, credentials, database, clock, progress, PATIENCE);
  }

  /**
   * @param patience how long one answer may take
   */
  GitHubSync(
      Programme.Backlog.GitHub backlog,
      GitHubCredentials credentials,
      Database database,
      Clock clock,
      SyncProgress progress,
      Duration patience) {
    this.backlog = backlog;
    this.credentials = credentials;
    this.database = database;
    this.jdbi = database.jdbi();
    this.clock = clock;
    this.progress = progress;
    this.patience = patience;
  }

  /**
   * Syncs once, unless somebody else is at it.
   *
   * @param withSweep whether to look for what lists never say as well: deletions, transfers
   */
  public SyncOutcome sync(String programmeId, boolean withSweep) {
    backlog.repositories().forEach(GitHubSync::check);
    JdbiSyncStore store = new JdbiSyncStore(jdbi, programmeId);
    // the lock is held by a transaction of its own, so that what is stored meanwhile stays stored
    try (Handle lock = jdbi.open()) {
      lock.begin();
      try {
        return store.lock(lock) ? alone(programmeId, withSweep, store) : new SyncOutcome.Busy();
      } finally {
        lock.rollback();
      }
    }
  }

  private static void check(String repository) {
    if (!repository.matches("[\\w.-]+/[\\w.-]+")) {
      throw new ProblemException(
          "'" + repository + "' is not a repository",
          "Write it as owner/name under 'backlog' in research/programme.yml.");
    }
  }

  private SyncOutcome alone(String programme, boolean withSweep, JdbiSyncStore store) {
    SyncState state = store.state();
    Instant now = clock.instant();
    Optional<Instant> pause =
        state.resumeAt().filter(now::isBefore).filter(now.plus(LONGEST_PAUSE)::isAfter);
    if (pause.isPresent()) {
      return new SyncOutcome.Paused(
          new SyncReport(Requests.NONE, List.of(), List.of(), false), pause.get());
    }
    GitHubClient client = new GitHubClient(backlog.api(), credentials, patience, clock);
    List<Problem> problems = new ArrayList<>();
    List<ProblemException> failures = new ArrayList<>();
    JdbiHintStore hints = new JdbiHintStore(jdbi, programme);
    Map<String, Set<Integer>> hinted = hints.all();
    Optional<LimitReachedException> limit = Optional.empty();
    for (String repository : backlog.repositories()) {
      RepositorySync sync =
          new RepositorySync(
              new Place(programme, repository), backlog.label(), client, jdbi, clock, progress);
      try {
        Set<Integer> numbers = hinted.getOrDefault(repository, Set.of());
        sync.run(withSweep, numbers);
        hints.done(repository, numbers);
      } catch (FailedException e) {
        if (withSweep && e.isNoAccess()) {
          sync.loseAccess();
        }
        failures.add(e.explain(backlog.api(), repository, credentials.grant(now).isPresent()));
      } catch (LimitReachedException e) {
        limit = Optional.of(e);
      }
      problems.addAll(sync.problems());
      if (limit.isPresent()) {
        break;
      }
    }
    boolean isWhole = failures.isEmpty() && limit.isEmpty();
    boolean hasChanged = new StoredTopics(database, programme, backlog).publish(isWhole, clock);
    SyncReport report = new SyncReport(client.requests(), problems, failures, hasChanged);
    Optional<Instant> sweptAt = withSweep && isWhole ? Optional.of(now) : state.sweptAt();
    if (limit.isEmpty()) {
      store.put(new SyncState(Optional.empty(), 0, sweptAt));
      return new SyncOutcome.Done(report);
    }
    Duration wait = limit.get().duration().orElseGet(() -> growing(state.limitsHit()));
    Instant resumeAt = clock.instant().plus(wait);
    store.put(new SyncState(Optional.of(resumeAt), state.limitsHit() + 1, sweptAt));
    return new SyncOutcome.Paused(report, resumeAt);
  }

  /** Where GitHub does not say how long: a minute, then longer each time. */
  private static Duration growing(int limitsHit) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(limitsHit, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
