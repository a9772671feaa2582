package dev.fortnight.cycle;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.Database;
import dev.fortnight.topic.TopicStore;
import dev.fortnight.topic.github.Deliveries;
import dev.fortnight.topic.github.Delivery;
import dev.fortnight.topic.github.GitHubBacklog;
import dev.fortnight.topic.github.GitHubCredentials;
import dev.fortnight.topic.github.GitHubSync;
import dev.fortnight.topic.github.SyncOutcome;
import dev.fortnight.topic.github.SyncProgress;
import dev.fortnight.topic.github.SyncReport;
import dev.fortnight.topic.github.Tombstone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Keeps a served programme's topics up to date: every few minutes, soon after a webhook, and once a
 * day with a sweep. Whatever a webhook said and was lost, the next sync sees by itself.
 */
public final class TopicRefresh {

  /** However many webhooks come, syncs are this far apart: GitHub counts requests. */
  private static final Duration AFTER_HINT = Duration.ofSeconds(20);

  private static final Duration SWEEP_EVERY = Duration.ofDays(1);

  /** Those beyond are dropped, and a sweep makes up for what they would have said is gone. */
  private static final int MOST_HINTS = 10_000;

  private final Places places;
  private final Database database;
  private final Clock pace;
  private final Duration every;
  private final Runnable changed;
  private final Consumer<SyncReport> listener;
  private final BlockingQueue<Delivery> hints = new ArrayBlockingQueue<>(MOST_HINTS);
  private final AtomicBoolean isHinted = new AtomicBoolean();
  private final AtomicBoolean hasDropped = new AtomicBoolean();
  private final ReentrantLock running = new ReentrantLock();
  private volatile Instant syncedAt = Instant.MIN;
  private Optional<Integer> known = Optional.empty();
  private volatile List<Failure> failures = List.of();
  private final StepLog log;
  private List<Failure> reported = List.of();
  private boolean isBusy;

  /** One whose steps nobody is told of. */
  public TopicRefresh(
      Places places,
      Database database,
      Clock pace,
      Duration every,
      Runnable changed,
      Consumer<SyncReport> listener) {
    this(places, database, pace, every, changed, listener, (state, took) -> {});
  }

  /**
   * @param pace what tells how long ago something was
   * @param every how long topics may be behind while no webhook comes; shorter costs requests
   * @param changed is called after a sync that changed topics
   * @param listener is told what each sync cost
   * @param steps is told of each sync as a step of the cycle
   */
  public TopicRefresh(
      Places places,
      Database database,
      Clock pace,
      Duration every,
      Runnable changed,
      Consumer<SyncReport> listener,
      RefreshListener steps) {
    this.places = places;
    this.database = database;
    this.pace = pace;
    this.every = every;
    this.changed = changed;
    this.listener = listener;
    this.log = new StepLog(database, pace, steps);
  }

  /** Notes what a webhook said and returns at once. */
  public void hint(Delivery delivery) {
    if (!hints.offer(delivery)) {
      hasDropped.set(true);
    }
    isHinted.set(true);
  }

  /** Whether this process is at a sync. */
  public boolean isSyncing() {
    return running.isLocked();
  }

  /** Why the last sync was not whole; empty where it was. */
  public List<Failure> failures() {
    return failures;
  }

  /** Topics that were there and are gone, the latest first. */
  public List<Tombstone> gone(Programme programme) {
    return GitHubBacklog.in(database, programme.id()).tombstones(programme.backlog());
  }

  /** Syncs when it is time to, unless a sync is at it. */
  public void ifDue() {
    boolean isDue = hasPassed(every) || isHinted.get() && hasPassed(AFTER_HINT);
    if (!isDue || !running.tryLock()) {
      return;
    }
    try {
      sync();
    } finally {
      running.unlock();
    }
  }

  /**
   * Syncs by hand, whether it is due or not.
   *
   * @return what it came to; empty where the programme has no backlog on GitHub, or another process
   *     is at it
   */
  public Optional<StepRecord> now() {
    running.lock();
    try {
      syncedAt = Instant.MIN;
      Programme programme = ProgrammeReader.read(places.programme()).programme();
      return programme.backlog() instanceof Programme.Backlog.GitHub backlog
              && syncAlone(programme.id(), backlog, true)
          ? log.record(Step.SYNC)
          : Optional.empty();
    } finally {
      running.unlock();
    }
  }

  private void sync() {
    isHinted.set(false);
    try {
      Programme programme = ProgrammeReader.read(places.programme()).programme();
      if (programme.backlog() instanceof Programme.Backlog.GitHub backlog) {
        if (!syncAlone(programme.id(), backlog, false)) {
          isHinted.set(true); // another process is at it and may not see what was hinted here
        }
        tellOfOthersChanges(programme.id());
      }
    } catch (ProblemException e) {
      syncedAt = pace.instant();
      failures = List.of(failure(e.getMessage(), e.remedy()));
    }
  }

  /**
   * @param isAsked whether somebody wants it, however lately another process did it
   * @return whether nobody else is at it
   */
  private boolean syncAlone(String programme, Programme.Backlog.GitHub backlog, boolean isAsked) {
    Optional<WorkLock> taken = WorkLock.take(database, programme, WorkLock.Work.TOPICS);
    if (taken.isEmpty()) {
      return false;
    }
    try (WorkLock lock = taken.get()) {
      boolean isTime = hasPassed(every);
      Optional<Instant> elsewhere =
          isTime && !isAsked ? syncedElsewhere(programme) : Optional.empty();
      boolean isNews = take(programme, backlog) > 0;
      if (!isNews && elsewhere.isPresent()) {
        syncedAt = elsewhere.get();
        failures = List.of();
      } else if (isNews || isTime) {
        attempt(programme, backlog, lock);
      }
      return true;
    }
  }

  /** While a command is at it instead, it is looked at again, as that may yet be killed. */
  private void attempt(String programme, Programme.Backlog.GitHub backlog, WorkLock lock) {
    log.of(programme);
    log.begin(pace.instant().plus(every));
    reported = List.of();
    isBusy = false;
    log.attempt(Step.SYNC, () -> sync(programme, backlog, lock));
    failures = reported.isEmpty() ? log.failures() : reported;
    if (!isBusy) {
      syncedAt = pace.instant();
    }
  }

  /**
   * When another process brought the topics up to date, if that is not long ago: however many share
   * a database, GitHub is asked as often as if there were one.
   */
  private Optional<Instant> syncedElsewhere(String programme) {
    Instant now = pace.instant();
    return hasDropped.get()
        ? Optional.empty()
        : TopicStore.in(database)
            .syncedAt(programme)
            .filter(at -> !at.isAfter(now) && now.isBefore(at.plus(every)));
  }

  /** A sync of another process tells that one only. */
  private void tellOfOthersChanges(String programme) {
    Optional<Integer> now = Optional.of(TopicStore.in(database).topics(programme).hashCode());
    if (known.isPresent() && !known.equals(now)) {
      changed.run();
    }
    known = now;
  }

  /**
   * Stores what webhooks said of the programme's repositories, by the names it uses itself.
   *
   * @return how much of that was new
   */
  private int take(String programme, Programme.Backlog.GitHub backlog) {
    List<Delivery> came = new ArrayList<>();
    hints.drainTo(came);
    List<Delivery> ours = new ArrayList<>();
    for (Delivery delivery : came) {
      backlog.repositories().stream()
          .filter(delivery.repository()::equalsIgnoreCase)
          .map(name -> new Delivery(delivery.id(), name, delivery.gone()))
          .forEach(ours::add);
    }
    return ours.isEmpty() ? 0 : Deliveries.in(database, programme, pace).take(ours);
  }

  private StepOutcome sync(String programme, Programme.Backlog.GitHub backlog, WorkLock lock) {
    lock.ensure();
    boolean isSweepDue =
        hasDropped.getAndSet(false)
            || GitHubBacklog.in(database, programme)
                .sweptAt()
                .map(swept -> !pace.instant().isBefore(swept.plus(SWEEP_EVERY)))
                .orElse(true);
    SyncOutcome outcome =
        new GitHubSync(
                backlog,
                GitHubCredentials.personal(places.token()),
                database,
                pace,
                SyncProgress.silent())
            .sync(programme, isSweepDue);
    if (outcome instanceof SyncOutcome.Paused paused) {
      tell(paused.report(), Optional.of(paused.resumeAt()));
      return StepOutcome.waiting(
          "GitHub's rate limit is used up, so topics may be behind",
          "Nothing needs to be done: the sync goes on by itself.",
          Optional.of(paused.resumeAt()));
    }
    isBusy = outcome instanceof SyncOutcome.Busy;
    if (isBusy) {
      return StepOutcome.waiting("somebody else is fetching the topics", "", Optional.empty());
    }
    tell(((SyncOutcome.Done) outcome).report(), Optional.empty());
    if (!reported.isEmpty()) {
      throw new ProblemException(reported.get(0).what(), reported.get(0).remedy());
    }
    return StepOutcome.done("topics are as they are on GitHub", Optional.empty());
  }

  private void tell(SyncReport report, Optional<Instant> resumeAt) {
    List<Failure> now = new ArrayList<>();
    report.failures().forEach(e -> now.add(failure(e.getMessage(), e.remedy())));
    resumeAt.ifPresent(
        instant ->
            now.add(
                failure(
                    "GitHub's rate limit is used up, so topics may be behind until " + instant,
                    "Nothing needs to be done: the sync goes on by itself after that time.")));
    reported = List.copyOf(now);
    listener.accept(report);
    if (report.hasChanged()) {
      known = Optional.empty();
      changed.run();
    }
  }

  private Failure failure(String what, String remedy) {
    return new Failure(Step.SYNC, what, remedy, pace.instant());
  }

  /** A clock that was set back counts too, or nothing would be done until it has caught up. */
  private boolean hasPassed(Duration time) {
    Instant now = pace.instant();
    return syncedAt.equals(Instant.MIN)
        || !now.isBefore(syncedAt.plus(time))
        || now.isBefore(syncedAt);
  }
}
