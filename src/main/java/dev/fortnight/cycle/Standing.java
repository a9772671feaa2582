package dev.fortnight.cycle;

import dev.fortnight.edition.Review;
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
 * @param next the sprint after the one that is reviewed
 * @param problems what there is to say about sources, notes and topics
 * @param revision the commit that the notes come from; empty where they are a plain folder
 * @param notes how many could be read
 * @param edition the newest one
 */
public record Standing(
    Programme programme,
    Review review,
    boolean isSignedOff,
    Sprint next,
    List<Problem> problems,
    Optional<String> revision,
    int notes,
    int topics,
    Optional<Tree.Edition> edition,
    Instant collectedAt) {

  /** The same when there is more to say. */
  Standing with(List<Problem> all) {
    return new Standing(
        programme, review, isSignedOff, next, all, revision, notes, topics, edition, collectedAt);
  }

  /** The same after something was decided. */
  Standing with(Review decided, boolean isSigned) {
    return new Standing(
        programme,
        decided,
        isSigned,
        next,
        problems,
        revision,
        notes,
        topics,
        edition,
        collectedAt);
  }
}
