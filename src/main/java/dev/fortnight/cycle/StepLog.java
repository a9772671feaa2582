package dev.fortnight.cycle;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/** Attempts steps, and keeps what each came to where every process sees it. */
final class StepLog {

  private static final int SHORT = 8;

  private final Database database;
  private final Clock pace;
  private final RefreshListener listener;
  private final Map<Step, Failure> failures = new EnumMap<>(Step.class);
  private volatile Optional<StepStore> store = Optional.empty();
  private volatile String run = "";
  private Optional<Instant> next = Optional.empty();

  /**
   * @param pace the machine's clock
   */
  StepLog(Database database, Clock pace, RefreshListener listener) {
    this.database = database;
    this.pace = pace;
    this.listener = listener;
  }

  /**
   * Begins a run of the cycle.
   *
   * @param nextRun when the next one comes, whatever happens
   */
  void begin(Instant nextRun) {
    run = UUID.randomUUID().toString().substring(0, SHORT);
    next = Optional.of(nextRun);
  }

  /** From now on steps are kept as those of a programme. */
  void of(String programmeId) {
    store = Optional.of(StepStore.in(database, programmeId));
  }

  /** What is kept; nothing until the programme could be read. */
  List<StepRecord> records() {
    return store.map(StepStore::all).orElse(List.of());
  }

  Optional<StepRecord> record(Step step) {
    return store.flatMap(kept -> kept.of(step));
  }

  /** Whether a process ended in the middle of a step for others, or is in the middle of it now. */
  boolean isAnyRunning() {
    return records().stream()
        .filter(record -> record.step().needsWhatWasChecked())
        .anyMatch(record -> record.state() instanceof StepState.Running);
  }

  /** Of the steps that failed at their last attempt in this process, in their order. */
  List<Failure> failures() {
    return List.copyOf(failures.values());
  }

  /**
   * Does a step.
   *
   * @return whether it did not fail
   */
  boolean attempt(Step step, Supplier<StepOutcome> work) {
    Instant began = pace.instant();
    listener.began(step);
    try {
      keep(step, new StepState.Running(began), record(step).flatMap(StepRecord::due));
      StepOutcome outcome = work.get();
      failures.remove(step);
      keep(step, outcome.at(pace.instant()), outcome.due().or(() -> defaultDue(step)));
      return true;
    } catch (ProblemException e) {
      failures.put(step, new Failure(step, e.getMessage(), e.remedy(), pace.instant()));
      keepFailure(step, e);
      return false;
    } catch (RuntimeException | Error e) {
      ProblemException unforeseen =
          new ProblemException(
              "Fortnight made a mistake, so not everything here is up to date",
              "Report it with the log, which says where it was made.",
              e);
      failures.put(step, new Failure(step, unforeseen.getMessage(), unforeseen.remedy(), began));
      keepFailure(step, unforeseen);
      throw e;
    } finally {
      listener.ended(step);
      tell(step, Duration.between(began, pace.instant()));
    }
  }

  private Optional<Instant> defaultDue(Step step) {
    return step.isByCalendar() ? Optional.empty() : next;
  }

  private void keep(Step step, StepState state, Optional<Instant> due) {
    store.ifPresent(
        kept -> {
          Optional<Instant> done =
              state instanceof StepState.Done
                  ? Optional.of(state.since())
                  : kept.of(step).flatMap(StepRecord::doneAt);
          kept.put(new StepRecord(step, run, state, done, due));
        });
  }

  /** Says when a step is looked at next; what it came to stays. */
  void due(Step step, Optional<Instant> due) {
    store.ifPresent(
        kept ->
            kept.of(step)
                .map(now -> new StepRecord(step, now.run(), now.state(), now.doneAt(), due))
                .ifPresent(kept::put));
  }

  private void keepFailure(Step step, ProblemException failure) {
    try {
      keep(
          step,
          new StepState.Failed(pace.instant(), failure.getMessage(), failure.remedy()),
          defaultDue(step));
    } catch (ProblemException | JdbiException e) {
      // the database is what failed, and the failure is shown by this process all the same
      failure.addSuppressed(e);
    }
  }

  private void tell(Step step, Duration took) {
    try {
      record(step).ifPresent(record -> listener.stepped(record, took));
    } catch (ProblemException | JdbiException e) {
      Failure failure = failures.get(step);
      if (failure == null) {
        throw e;
      }
      StepState state = new StepState.Failed(failure.at(), failure.what(), failure.remedy());
      listener.stepped(new StepRecord(step, run, state, Optional.empty(), Optional.empty()), took);
    }
  }
}
