package dev.fortnight.publish;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.WorkingSite;
import dev.fortnight.problem.Problem;
import java.util.List;

/**
 * Puts trees where the public reads them. It takes an approved edition or the working site: there
 * is no other way in.
 */
public interface Publisher {

  /**
   * Publishes an edition, and at the root if it is the newest. Doing it again changes nothing.
   *
   * @throws dev.fortnight.problem.ProblemException if it cannot be published; nothing of it is then
   *     public
   */
  Outcome publish(ApprovedEdition edition);

  /**
   * Publishes the working site; before the first edition, also the page that says when it is due.
   */
  Outcome publish(WorkingSite site);

  /** What came of a publication. */
  sealed interface Outcome {

    /** The bytes of {@code versions.json} as they are published now. */
    byte[] versions();

    /** What there is to say about the site's size, long before it is too large. */
    default List<Problem> warnings() {
      return SizeWarning.in(versions());
    }

    /**
     * Something new is published.
     *
     * @param commit names the commit; empty where the place keeps no history
     */
    record Published(String commit, byte[] versions) implements Outcome {}

    /** The same bytes were there already. */
    record Unchanged(byte[] versions) implements Outcome {}
  }
}
