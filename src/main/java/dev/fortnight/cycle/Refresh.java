package dev.fortnight.cycle;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.note.NoteSource;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.site.Tree;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Brings a programme up to date: collects and checks, publishes the working site, publishes and
 * announces editions. One refresh runs at a time; what is asked for meanwhile is done once more
 * after it. A step that fails is remembered, and the next refresh tries it again.
 */
public final class Refresh implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMinutes(5);

  /** How long a page trusts what was read from a folder. */
  private static final Duration TRUSTED = Duration.ofSeconds(10);

  /** Of announcing, whatever could be done sooner. */
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(15);

  private static final long LONGEST_WAIT_SECONDS = 5;

  private final Places places;
  private final Register register;
  private final Database database;
  private final Clock clock;
  private final Clock pace;
  private final RefreshListener listener;
  private final LiveWatch watch;

  private final AtomicInteger requests = new AtomicInteger();
  private final ReentrantLock running = new ReentrantLock();
  private final CountDownLatch firstLook = new CountDownLatch(1);
  private volatile RefreshState state = RefreshState.NOTHING_YET;
  private volatile boolean isRemote;
  private volatile boolean isPending;
  private volatile Instant refreshedAt = Instant.MIN;
  private volatile Instant collectedAt = Instant.MIN;
  private volatile Instant publishedAt = Instant.MIN;
  private volatile Instant tellAt = Instant.MAX;
  private volatile boolean isClosed;
  private volatile boolean isAwaited;
  private Optional<Cycle> cycle = Optional.empty();
  private Optional<Allowance> compared = Optional.empty();
  private Optional<String> revision = Optional.empty();
  private List<Problem> aboutRevision = List.of();
  private final Map<Step, Failure> failures = new EnumMap<>(Step.class);

  /** A refresh that did its first two steps. */
  private record Checked(Cycle cycle, Programme programme) {}

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
   * @param pace what tells how long ago something was
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
    this.register = register;
    this.database = database;
    this.clock = clock;
    this.pace = pace;
    this.listener = listener;
    this.watch = new LiveWatch(patience, pace);
  }

  /** Refreshes; while somebody else is at it, leaves it to them to do it once more. */
  public void now() {
    if (requests.getAndIncrement() > 0) {
      return;
    }
    int handled;
    do {
      handled = requests.get();
      try {
        run();
      } catch (RuntimeException | Error e) {
        requests.set(0);
        throw e;
      }
    } while (requests.addAndGet(-handled) > 0);
  }

  /**
   * Refreshes when five minutes have passed, when a publication or an announcement that had to wait
   * may go, when a sign-off cannot be taken back any more, or when an edition answers at its public
   * address, for then subscribers are told.
   */
  public void ifDue() {
    boolean mayTell = !pace.instant().isBefore(tellAt);
    if (hasPassed(refreshedAt, EVERY)
        || isPending && mayPublish()
        || mayTell
        || isUndoOver()
        || hasEditionArrived()) {
      now();
    }
  }

  private boolean isUndoOver() {
    return state
        .standing()
        .flatMap(Standing::undoWindow)
        .filter(window -> !clock.instant().isBefore(window.until()))
        .isPresent();
  }

  private boolean hasEditionArrived() {
    if (!isAwaited || !running.tryLock()) {
      return false;
    }
    try {
      return !isClosed
          && state.standing().map(standing -> lookOutside(standing.programme())).orElse(false);
    } finally {
      running.unlock();
    }
  }

  /** Asks the public address once, at most; tells whether an edition has arrived. */
  private boolean lookOutside(Programme programme) {
    Optional<URI> address = places.watched(programme);
    if (address.isEmpty()) {
      return false;
    }
    List<PublicationRecord> arrived = watch.look(publications(programme), address.get());
    showPublished(programme);
    return arrived.stream().anyMatch(record -> record.number().isPresent());
  }

  /**
   * What a page shows. Where the notes are in a folder they are read again when that was more than
   * ten seconds ago; nothing is published.
   */
  public RefreshState look() {
    awaitFirstLook();
    if (!isRemote && hasPassed(collectedAt, TRUSTED) && running.tryLock()) {
      try {
        if (!isClosed) {
          isPending = collect().isPresent();
        }
      } finally {
        running.unlock();
      }
    }
    return state;
  }

  /**
   * Does something with the programme as pages show it, a decision for example; they show what came
   * of it at once. Nothing is collected meanwhile.
   *
   * @throws ProblemException if the programme could not be read yet
   */
  public <T> T with(Function<Cycle, T> action) {
    running.lock();
    try {
      Cycle now =
          cycle.orElseThrow(
              () ->
                  new ProblemException(
                      "the programme could not be read yet",
                      "Wait until it is, or mend what the first page says."));
      T result = action.apply(now);
      state =
          new RefreshState(
              state
                  .standing()
                  .map(
                      standing ->
                          standing.with(
                              now.review(), now.editionOfSprint().isPresent(), now.undoWindow())),
              state.failures(),
              state.published());
      return result;
    } finally {
      running.unlock();
    }
  }

  /** What the last refresh or look came to. */
  public RefreshState state() {
    return state;
  }

  /** Where the published site can be read; empty until the programme could be read. */
  public Optional<PublishedSite> site() {
    return state.standing().map(standing -> places.site(standing.programme()));
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

  private void run() {
    running.lock();
    try {
      if (isClosed) {
        return;
      }
      refreshedAt = pace.instant();
      collect().map(this::released).ifPresent(this::publish);
      listener.refreshed(state, Duration.between(refreshedAt, pace.instant()));
    } finally {
      running.unlock();
    }
  }

  private Optional<Checked> collect() {
    collectedAt = pace.instant();
    try {
      Optional<Collected> collected = attempt(Step.COLLECT, this::sources);
      return collected.flatMap(sources -> attempt(Step.CHECK, () -> check(sources)));
    } finally {
      firstLook.countDown();
    }
  }

  private Collected sources() {
    Programme programme = ProgrammeReader.read(places.programme()).programme();
    isRemote = programme.notes().git().isPresent();
    NoteSource.Collected source = places.notes(programme, clock).collect();
    if (!source.revision().equals(revision)) {
      aboutRevision = revision.isPresent() ? source.problems() : List.of();
      revision = source.revision();
    }
    return Collected.of(places, source, register, database).with(aboutRevision);
  }

  private Checked check(Collected collected) {
    Programme programme = collected.programme();
    Cycle cycle = Cycle.of(collected, places, database, clock);
    Optional<ApprovedEdition> edition = cycle.newestEdition();
    Standing standing =
        new Standing(
            programme,
            cycle.review(),
            cycle.editionOfSprint().isPresent(),
            cycle.undoWindow(),
            new SprintCalendar(programme.cycle()).after(cycle.sprint().number()),
            cycle.problems(),
            revision,
            collected.notes().size(),
            collected.topics().size(),
            edition.map(ApprovedEdition::facts),
            clock.instant());
    state = new RefreshState(Optional.of(standing), state.failures(), state.published());
    this.cycle = Optional.of(cycle);
    return new Checked(cycle, programme);
  }

  /** With the edition that waited until now, if one did. */
  private Checked released(Checked checked) {
    Cycle cycle = checked.cycle();
    if (!cycle.release()) {
      return checked;
    }
    Optional<ApprovedEdition> edition = cycle.newestEdition();
    Optional<Tree.Edition> facts = edition.map(ApprovedEdition::facts);
    state =
        new RefreshState(
            state.standing().map(standing -> standing.released(facts)),
            state.failures(),
            state.published());
    return checked;
  }

  private void publish(Checked checked) {
    Cycle cycle = checked.cycle();
    Programme programme = checked.programme();
    Publishing publishing = publishing(checked);
    boolean isDue = mayPublish();
    isPending = !isDue;
    if (isDue && attempt(Step.WORKING_SITE, publishing::workingSite).isPresent()) {
      publishedAt = pace.instant();
    }
    Allowance allowance = Allowance.of(cycle.newest());
    Allowance.Change change = allowance.since(compared);
    if (attempt(Step.EDITION, () -> publishing.editions(change)).isPresent()) {
      compared = Optional.of(allowance);
    }
    showPublished(programme);
    Announcing announcing = cycle.announcing(pace);
    attempt(Step.ANNOUNCE, () -> tell(announcing, programme));
    Instant soonest = pace.instant().plus(BETWEEN_ATTEMPTS);
    tellAt = announcing.due().map(due -> due.isBefore(soonest) ? soonest : due).orElse(Instant.MAX);
    List<Problem> problems = cycle.problems();
    state =
        new RefreshState(
            state.standing().map(standing -> standing.with(problems)),
            state.failures(),
            state.published());
  }

  private Publishing publishing(Checked checked) {
    Programme programme = checked.programme();
    return new Publishing(
        checked.cycle(), publications(programme), places.watched(programme).isEmpty(), pace);
  }

  private PublicationStore publications(Programme programme) {
    return PublicationStore.in(database, programme.id(), places.destination(programme));
  }

  private boolean tell(Announcing announcing, Programme programme) {
    announcing.tell(publications(programme));
    return true;
  }

  private void showPublished(Programme programme) {
    List<PublishedTree> published =
        publications(programme).all().stream()
            .map(record -> watch.stateOf(record, programme))
            .toList();
    isAwaited = published.stream().anyMatch(tree -> !tree.state().isLive());
    state = new RefreshState(state.standing(), state.failures(), published);
  }

  private <T> Optional<T> attempt(Step step, Supplier<T> action) {
    try {
      T result = action.get();
      failures.remove(step);
      return Optional.of(result);
    } catch (ProblemException e) {
      failures.put(step, new Failure(step, e.getMessage(), e.remedy(), clock.instant()));
      return Optional.empty();
    } catch (RuntimeException e) {
      failures.put(step, unforeseen(step));
      throw e;
    } finally {
      state =
          new RefreshState(state.standing(), new ArrayList<>(failures.values()), state.published());
    }
  }

  private Failure unforeseen(Step step) {
    return new Failure(
        step,
        "Fortnight made a mistake, so not everything here is up to date",
        "Report it with the log, which says where it was made.",
        clock.instant());
  }

  private boolean mayPublish() {
    return state
        .standing()
        .map(standing -> hasPassed(publishedAt, standing.programme().publication().every()))
        .orElse(true);
  }

  /** A clock that was set back counts too, or nothing would be done until it has caught up. */
  private boolean hasPassed(Instant then, Duration time) {
    Instant now = pace.instant();
    return then.equals(Instant.MIN) || !now.isBefore(then.plus(time)) || now.isBefore(then);
  }
}
