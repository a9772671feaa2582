package dev.fortnight.web;

import dev.fortnight.edition.Review;
import dev.fortnight.note.Sha256;
import dev.fortnight.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What somebody saw before they decided, as a hash that their form brings back. */
final class Seen {

  private Seen() {}

  /** An item: its content and what the checks said of it. */
  static String of(Review.Entry entry) {
    return hash(text(entry));
  }

  /** A whole review: each item with its state. */
  static String of(Review review) {
    StringBuilder text = new StringBuilder().append(review.sprint().number());
    for (Review.Entry entry : review.entries()) {
      text.append('\n').append(entry.state().getClass().getSimpleName()).append(text(entry));
    }
    return hash(text.toString());
  }

  private static String text(Review.Entry entry) {
    List<String> problems =
        entry.problems().stream().map(Problem::toString).sorted().distinct().toList();
    return entry.key() + '\n' + entry.item().hash() + '\n' + problems;
  }

  private static String hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
