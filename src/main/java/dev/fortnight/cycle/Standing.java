package dev.fortnight.cycle;

import dev.fortnight.edition.Review;
import dev.fortnight.edition.UndoWindow;
import dev.fortnight.problem.Problem;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.Tree;
import dev.fortnight.sprint.Sprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a programme stands, as its sources were when they were collected last.
 *
 * @param isSignedOff whether the sprint that is reviewed has its edition
 * @param undoWindow an edition that is signed off and waits for its publication
 * @param next the sprint after the one that is reviewed
 * @param problems what there is to say about sources, notes and topics
 * @param revision the commit that the notes come from; empty where they are a plain folder
 * @param notes how many could be read
 * @param edition the newest one that may be published
 */
public record Standing(
    Programme programme,
    Review review,
    boolean isSignedOff,
    Optional<UndoWindow> undoWindow,
    Sprint next,
    List<Problem> problems,
    Optional<String> revision,
    int notes,
    int topics,
    Optional<Tree.Edition> edition,
    Instant collectedAt) {

  /** The same when there is more to say. */
  Standing with(List<Problem> all) {
    return with(review, isSignedOff, undoWindow, all, edition);
  }

  /** The same after something was decided. */
  Standing with(Review decided, boolean isSigned, Optional<UndoWindow> waiting) {
    return with(decided, isSigned, waiting, problems, edition);
  }

  /** The same when an edition is not waiting any more. */
  Standing released(Optional<Tree.Edition> newest) {
    return with(review, isSignedOff, Optional.empty(), problems, newest);
  }

  private Standing with(
      Review decided,
      boolean isSigned,
      Optional<UndoWindow> waiting,
      List<Problem> all,
      Optional<Tree.Edition> newest) {
    return new Standing(
        programme,
        decided,
        isSigned,
        waiting,
        next,
        all,
        revision,
        notes,
        topics,
        newest,
        collectedAt);
  }
}
