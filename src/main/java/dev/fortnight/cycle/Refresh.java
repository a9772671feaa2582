package dev.fortnight.cycle;

import dev.fortnight.edition.Newest;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs the steps of a programme's cycle when they are due. One run is at it at a time; what is
 * asked for meanwhile is done once more after it. What others see is done by one process at a time.
 * A step that fails is remembered, and the next run tries it again.
 */
public final class Refresh implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMinutes(5);

  /** How long a page trusts what was read from a folder. */
  private static final Duration TRUSTED = Duration.ofSeconds(10);

  /** Longer than a run takes to come, so that only a process that is not ticked reads by itself. */
  private static final Duration STALE = Duration.ofMinutes(6);

  private static final long LONGEST_WAIT_SECONDS = 5;

  private final Places places;
  private final Database database;
  private final Clock clock;
  private final Clock pace;
  private final RefreshListener listener;
  private final Board board = new Board();
  private final StepLog log;
  private final Gathering gathering;
  private final Outlet outlet;

  private final AtomicInteger requests = new AtomicInteger();
  private final ReentrantLock running = new ReentrantLock();
  private final CountDownLatch firstLook = new CountDownLatch(1);
  private volatile boolean isRemote;
  private volatile boolean isGathered;
  private volatile boolean isLookedAt;
  private volatile boolean isKeptOut;
  private volatile Instant refreshedAt = Instant.MIN;
  private volatile Instant collectedAt = Instant.MIN;
  private volatile boolean isClosed;

  /** A refresh that waits as long as is usual for what it pushed to answer. */
  public Refresh(
      Places places,
      Register register,
      Database database,
      Clock clock,
      Clock pace,
      RefreshListener listener) {
    this(places, register, database, clock, pace, listener, Patience.USUAL);
  }

  /**
   * @param clock the programme's time, which may be fixed
   * @param pace the machine's, which tells how long ago something was
   * @param patience how long to wait for what was pushed to answer at its public address
   */
  public Refresh(
      Places places,
      Register register,
      Database database,
      Clock clock,
      Clock pace,
      RefreshListener listener,
      Patience patience) {
    this.places = places;
    this.database = database;
    this.clock = clock;
    this.pace = pace;
    this.listener = listener;
    this.log = new StepLog(database, pace, listener);
    this.gathering = new Gathering(places, register, database, clock, board, this::know);
    this.outlet = new Outlet(places, database, pace, board, patience);
  }

  private void know(Programme programme) {
    isRemote = programme.notes().git().isPresent();
    log.of(programme.id());
  }

  /** What each step does. They are run from the first to the last, and each can be run alone. */
  private StepOutcome perform(Step step) {
    return switch (step) {
      case SYNC -> throw new IllegalArgumentException("topics are fetched by TopicRefresh");
      case COLLECT -> gathering.collect();
      case CHECK -> gathering.check();
      case WORKING_SITE -> outlet.workingSite(board.cycle(), Optional.of(nextWorkingSite()));
      case REVIEW -> new ReviewSteps(board.cycle(), clock).open();
      case REMIND -> remind(board.cycle());
      case DEADLINE -> new ReviewSteps(board.cycle(), clock).deadline();
      case EDITION -> outlet.edition(board.cycle());
      case LIVE -> outlet.live(programme(), refreshedAt);
      case ANNOUNCE -> outlet.announce(board.cycle());
    };
  }

  private StepOutcome remind(Cycle cycle) {
    Reminding reminding = cycle.reminding(places, database, pace);
    reminding.remind();
    return StepOutcome.done("nobody is to be reminded now", reminding.next());
  }

  /** Runs all steps; while somebody else is at it, leaves it to them to do it once more. */
  public void now() {
    if (requests.getAndIncrement() > 0) {
      return;
    }
    int handled;
    do {
      handled = requests.get();
      try {
        run(Stream.of(Step.values()).filter(Step::needsWhatWasChecked).toList(), true);
      } catch (RuntimeException | Error e) {
        requests.set(0);
        throw e;
      }
    } while (requests.addAndGet(-handled) > 0);
  }

  /**
   * Runs one step by hand, whether it is due or not, on what is gathered and checked for it.
   *
   * @param step any but {@link Step#SYNC}, which {@link TopicRefresh} does
   * @return what it came to; empty where it could not be begun, since a step before it failed or
   *     another process is at the programme's work
   */
  public Optional<StepRecord> now(Step step) {
    run(step.needsWhatWasChecked() ? List.of(step) : List.of(), false);
    boolean wasBegun = !step.needsWhatWasChecked() || isGathered && !isKeptOut;
    return wasBegun ? log.record(step) : Optional.empty();
  }

  /**
   * Runs when five minutes have passed, when a step is due that had to wait, when another process
   * ended in the middle of one, or when an edition answers at its public address, for then
   * subscribers are told.
   */
  public void ifDue() {
    if (hasPassed(refreshedAt, EVERY)
        || isKeptOut
        || isGathered && (isStepDue() || wasBrokenOff())
        || hasEditionArrived()) {
      now();
    }
  }

  private boolean isStepDue() {
    return log.records().stream()
        .filter(record -> record.step().needsWhatWasChecked() && record.step() != Step.LIVE)
        .anyMatch(record -> record.isDue(clock, pace));
  }

  private boolean wasBrokenOff() {
    return !running.isLocked()
        && log.isAnyRunning()
        && WorkLock.isFree(database, programme().id(), WorkLock.Work.CYCLE);
  }

  private boolean hasEditionArrived() {
    if (!outlet.isAwaited() || !running.tryLock()) {
      return false;
    }
    try {
      return !isClosed && isGathered && outlet.arrived(programme());
    } finally {
      running.unlock();
    }
  }

  /**
   * What a page shows. Where the notes are in a folder they are read again when that was more than
   * ten seconds ago; nothing is published.
   */
  public RefreshState look() {
    awaitFirstLook();
    if (!isRemote) {
      readAgainAfter(TRUSTED);
    }
    return board.state();
  }

  /** Reads the sources again for this process's pages, where other processes have all the ticks. */
  public void keepFresh() {
    readAgainAfter(STALE);
  }

  private void readAgainAfter(Duration time) {
    if (!hasPassed(collectedAt, time) || !running.tryLock()) {
      return;
    }
    try {
      if (!isClosed) {
        log.begin(nextRun());
        gather();
      }
    } finally {
      running.unlock();
    }
  }

  /**
   * Decides something on the programme as pages show it; they show what came of it at once. It does
   * not wait for steps that are at work.
   *
   * @throws ProblemException if the programme could not be read yet
   */
  public <T> T with(Function<Cycle, T> decision) {
    return board.decide(decision);
  }

  /**
   * The programme as pages show it, to read from alone.
   *
   * @throws ProblemException if the programme could not be read yet
   */
  public Cycle cycle() {
    return board.cycle();
  }

  /** What the last run or look came to. */
  public RefreshState state() {
    return board.state();
  }

  /** How each step stands, whichever process ran it; nothing until the programme could be read. */
  public List<StepRecord> steps() {
    return log.records();
  }

  /** Since when the oldest message waits, by the programme's clock; empty where none does. */
  public Optional<Instant> oldestUntold() {
    return board.known().flatMap(cycle -> cycle.announcing(pace).oldest());
  }

  /** The programme as pages show it; empty until it could be read. */
  public Optional<Cycle> known() {
    return board.known();
  }

  /** What was gathered and checked last; empty until it could be. */
  public Optional<Newest> newest() {
    return board.known().map(Cycle::newest);
  }

  /** When the next run is due at the latest, by the machine's clock. */
  public Instant nextAt() {
    return nextRun();
  }

  /** Where the published site can be read; empty until the programme could be read. */
  public Optional<PublishedSite> site() {
    return board.state().standing().map(standing -> places.site(standing.programme()));
  }

  /** Waits a moment for the step at hand and lets no other begin. */
  @Override
  public void close() throws InterruptedException {
    isClosed = true;
    if (running.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
      running.unlock();
    }
  }

  private void awaitFirstLook() {
    try {
      firstLook.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * @param isDueOnly whether steps that come no more often than the programme says are left out
   *     before their time
   */
  private void run(List<Step> steps, boolean isDueOnly) {
    running.lock();
    try {
      if (isClosed) {
        return;
      }
      refreshedAt = pace.instant();
      log.begin(nextRun());
      if (gather() && !steps.isEmpty()) {
        runAlone(steps, isDueOnly);
      }
      listener.refreshed(board.state(), Duration.between(refreshedAt, pace.instant()));
    } finally {
      running.unlock();
    }
  }

  private boolean gather() {
    collectedAt = pace.instant();
    try {
      isGathered = attempt(Step.COLLECT) && attempt(Step.CHECK);
      return isGathered;
    } finally {
      firstLook.countDown();
    }
  }

  /** Where another process is at the programme's work, it is left to that and looked at again. */
  private void runAlone(List<Step> steps, boolean isDueOnly) {
    Optional<WorkLock> taken = WorkLock.take(database, programme().id(), WorkLock.Work.CYCLE);
    isKeptOut = taken.isEmpty();
    if (isKeptOut) {
      return;
    }
    try (WorkLock lock = taken.get()) {
      if (board.cycle().release()) {
        board.showReleased(board.cycle());
      }
      steps.stream().filter(step -> !isClosed).forEach(step -> run(step, lock, isDueOnly));
      board.showProblems(board.cycle().problems());
    }
  }

  private void run(Step step, WorkLock lock, boolean isDueOnly) {
    if (step == Step.WORKING_SITE && isDueOnly && !isWorkingSiteDue()) {
      log.due(step, Optional.of(soonestWorkingSite()));
      return;
    }
    boolean isDone =
        log.attempt(
            step,
            () -> {
              lock.ensure();
              return perform(step);
            });
    isLookedAt |= isDone && step == Step.WORKING_SITE;
    if (step == Step.EDITION) {
      outlet.showPublished(programme());
    } else if (step == Step.ANNOUNCE) {
      outlet.announcementDue(board.cycle()).ifPresent(due -> log.due(step, Optional.of(due)));
    }
    board.showFailures(log.failures());
  }

  private boolean attempt(Step step) {
    try {
      return log.attempt(step, () -> perform(step));
    } finally {
      board.showFailures(log.failures());
    }
  }

  private Programme programme() {
    return board.cycle().newest().programme();
  }

  private Instant nextRun() {
    return refreshedAt.equals(Instant.MIN) ? pace.instant() : refreshedAt.plus(EVERY);
  }

  private boolean isWorkingSiteDue() {
    return lastWorkingSite()
        .map(then -> hasPassed(then, programme().publication().every()))
        .orElse(true);
  }

  /**
   * When it was last seen to be as it should be. A process that has just begun cannot tell whether
   * anything has changed since, so it counts from what was published.
   */
  private Optional<Instant> lastWorkingSite() {
    return isLookedAt
        ? log.record(Step.WORKING_SITE).flatMap(StepRecord::doneAt)
        : outlet.workingSitePushedAt(programme());
  }

  private Instant soonestWorkingSite() {
    return lastWorkingSite().orElseThrow().plus(programme().publication().every());
  }

  /** Once it has been published there is nothing to do before the next run. */
  private Instant nextWorkingSite() {
    Instant soonest = pace.instant().plus(programme().publication().every());
    return soonest.isBefore(nextRun()) ? nextRun() : soonest;
  }

  /** A clock that was set back counts too, or nothing would be done until it has caught up. */
  private boolean hasPassed(Instant then, Duration time) {
    Instant now = pace.instant();
    return then.equals(Instant.MIN) || !now.isBefore(then.plus(time)) || now.isBefore(then);
  }
}
