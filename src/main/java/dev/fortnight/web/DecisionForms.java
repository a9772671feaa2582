package dev.fortnight.web;

import dev.fortnight.cycle.RefreshState;
import dev.fortnight.edition.Review;
import dev.fortnight.web.signin.Role;
import dev.fortnight.web.signin.Session;
import java.util.Optional;

/**
 * What the overview offers to somebody who may decide; to others, nothing.
 *
 * @param name who is signed in; empty where nobody is
 * @param mayDecide whether they may approve and hold
 * @param maySign whether they may sign off, and take that back
 * @param form see {@link Session#formToken}
 * @param seen see {@link Seen}
 * @param clean how many open items there are of which the checks have nothing to say
 */
public record DecisionForms(
    String name,
    boolean mayDecide,
    boolean maySign,
    String form,
    String seen,
    long clean,
    boolean canSignOff) {

  private static final DecisionForms NONE = new DecisionForms("", false, false, "", "", 0, false);

  static DecisionForms of(RefreshState state, Optional<Session> visitor, Optional<Role> role) {
    if (visitor.isEmpty() || state.standing().isEmpty()) {
      return NONE;
    }
    Review review = state.standing().get().review();
    boolean maySign = role.filter(one -> one.mayActAs(Role.OWNER)).isPresent();
    return new DecisionForms(
        visitor.get().name(),
        role.filter(one -> one.mayActAs(Role.REVIEWER)).isPresent(),
        maySign,
        visitor.get().formToken(),
        Seen.of(review),
        review.open().stream().filter(entry -> entry.problems().isEmpty()).count(),
        maySign
            && review.open().isEmpty()
            && !review.changed().isEmpty()
            && !state.standing().get().isSignedOff());
  }
}
