package dev.fortnight.web;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.edition.ItemState;
import dev.fortnight.edition.Review;
import dev.fortnight.note.Sha256;
import dev.fortnight.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What somebody saw before they decided, as a hash that their form brings back. */
final class Seen {

  private Seen() {}

  /** An item: its content, where it stands and what the checks said of it. */
  static String of(Review.Entry entry) {
    return hash(text(entry));
  }

  /** A whole review: each item with its state. */
  static String of(Review review) {
    StringBuilder text = new StringBuilder().append(review.sprint().number());
    for (Review.Entry entry : review.entries()) {
      text.append('\n').append(text(entry));
    }
    return hash(text.toString());
  }

  /** A review that is signed off; a form from before that was taken back does not sign again. */
  static String toSign(Review review, Cycle cycle) {
    return hash(of(review) + '\n' + cycle.takenBack());
  }

  private static String text(Review.Entry entry) {
    List<String> problems =
        entry.problems().stream().map(Problem::toString).sorted().distinct().toList();
    return entry.key() + '\n' + entry.item().hash() + '\n' + state(entry) + '\n' + problems;
  }

  /** With the decision, or a form that is sent again would undo what came after it. */
  private static String state(Review.Entry entry) {
    ItemState state = entry.state();
    String name = state.getClass().getSimpleName();
    if (state instanceof ItemState.ApprovedNow approved) {
      return name + approved.decision().at() + approved.decision().by();
    }
    return state instanceof ItemState.Held held
        ? name + held.decision().at() + held.decision().by()
        : name;
  }

  private static String hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
