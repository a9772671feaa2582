package dev.fortnight.cycle;

import dev.fortnight.edition.Review;
import dev.fortnight.edition.UndoWindow;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Where a programme stands, for pages to show and for people to decide on, while steps are at work.
 * Nobody waits here for a build or a push.
 *
 * <p>Reviews are read by many at once and shown by whoever is through. What counts is who began
 * later: they have seen each decision that the others have.
 */
final class Board {

  private final ReentrantLock deciding = new ReentrantLock();
  private Optional<Cycle> cycle = Optional.empty();
  private RefreshState state = RefreshState.NOTHING_YET;
  private long begun;
  private long shown;

  synchronized RefreshState state() {
    return state;
  }

  /**
   * The programme as it was gathered last.
   *
   * @throws ProblemException if it could not be read yet
   */
  synchronized Cycle cycle() {
    return cycle.orElseThrow(
        () ->
            new ProblemException(
                "the programme could not be read yet",
                "Wait until it is, or mend what the first page says."));
  }

  /** The same; empty until it could be read. */
  synchronized Optional<Cycle> known() {
    return cycle;
  }

  /** To be called before decisions are read that are to be shown. */
  synchronized long beginReading() {
    return ++begun;
  }

  /** Shows what was gathered. */
  void show(Cycle gathered, Standing standing, long reading) {
    boolean isOutdated;
    synchronized (this) {
      cycle = Optional.of(gathered);
      state = new RefreshState(Optional.of(standing), state.failures(), state.published());
      isOutdated = shown > reading;
      shown = Math.max(shown, reading);
    }
    if (isOutdated) {
      readAgain();
    }
  }

  synchronized void showFailures(List<Failure> failures) {
    state = new RefreshState(state.standing(), failures, state.published());
  }

  synchronized void showPublished(List<PublishedTree> published) {
    state = new RefreshState(state.standing(), state.failures(), published);
  }

  /** Shows what else there is to say. */
  synchronized void showProblems(List<Problem> problems) {
    state =
        new RefreshState(
            state.standing().map(standing -> standing.with(problems)),
            state.failures(),
            state.published());
  }

  /** Shows which edition is the newest one, and that none waits. */
  synchronized void showReleased(Cycle now) {
    state =
        new RefreshState(
            state
                .standing()
                .map(standing -> standing.released(now.newestEdition().map(e -> e.facts()))),
            state.failures(),
            state.published());
  }

  /**
   * Decides something, one decision after the other, and shows what came of it.
   *
   * @throws ProblemException if the programme could not be read yet
   */
  <T> T decide(Function<Cycle, T> decision) {
    deciding.lock();
    try {
      T result = decision.apply(cycle());
      readAgain();
      return result;
    } finally {
      deciding.unlock();
    }
  }

  private void readAgain() {
    boolean isCurrent;
    do {
      long reading = beginReading();
      Cycle now = cycle();
      isCurrent =
          showDecided(
              now, now.review(), now.editionOfSprint().isPresent(), now.undoWindow(), reading);
    } while (!isCurrent);
  }

  private synchronized boolean showDecided(
      Cycle of, Review review, boolean isSigned, Optional<UndoWindow> waiting, long reading) {
    if (cycle().equals(of) && reading > shown) {
      shown = reading;
      state =
          new RefreshState(
              state.standing().map(standing -> standing.with(review, isSigned, waiting)),
              state.failures(),
              state.published());
    }
    return cycle().equals(of);
  }
}
