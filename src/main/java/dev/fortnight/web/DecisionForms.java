package dev.fortnight.web;

import dev.fortnight.cycle.RefreshState;
import dev.fortnight.edition.Review;
import dev.fortnight.web.signin.Session;
import java.util.Optional;

/**
 * What the overview offers to somebody who may decide; to others, nothing.
 *
 * @param name who is signed in; empty where nobody is
 * @param form see {@link Session#formToken}
 * @param seen see {@link Seen}
 * @param clean how many open items there are of which the checks have nothing to say
 */
public record DecisionForms(String name, String form, String seen, long clean, boolean canSignOff) {

  private static final DecisionForms NONE = new DecisionForms("", "", "", 0, false);

  static DecisionForms of(RefreshState state, Optional<Session> visitor) {
    if (visitor.isEmpty() || state.standing().isEmpty()) {
      return NONE;
    }
    Review review = state.standing().get().review();
    return new DecisionForms(
        visitor.get().name(),
        visitor.get().formToken(),
        Seen.of(review),
        review.open().stream().filter(entry -> entry.problems().isEmpty()).count(),
        review.open().isEmpty()
            && !review.changed().isEmpty()
            && !state.standing().get().isSignedOff());
  }
}
