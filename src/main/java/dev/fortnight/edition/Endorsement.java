package dev.fortnight.edition;

import dev.fortnight.note.Sha256;
import dev.fortnight.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of several sign-offs that an edition needs.
 *
 * @param review what was signed: a hash of each item, where it stands and what the checks say of
 *     it, and of the introduction
 * @param introduction an owner's words for the announcement
 */
record Endorsement(
    int sprint, String review, Optional<String> introduction, Decider by, Instant at) {

  static Endorsement of(DecidedReview decided, Decider by, Instant at) {
    return new Endorsement(
        decided.review().sprint().number(), hash(decided), decided.introduction(), by, at);
  }

  /** Whatever would make another edition makes another hash. */
  static String hash(DecidedReview decided) {
    Review review = decided.review();
    StringBuilder text = new StringBuilder().append(review.sprint().number());
    for (Review.Entry entry : review.entries()) {
      List<String> problems =
          entry.problems().stream().map(Problem::toString).sorted().distinct().toList();
      text.append('\n')
          .append(List.of(entry.key(), entry.item().hash()))
          .append(entry.state().getClass().getSimpleName())
          .append(problems);
    }
    decided.introduction().ifPresent(words -> text.append('\n').append(words));
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** As the audit is to keep it. */
  AuditEntry entry() {
    return AuditEntry.of(
        sprint, AuditEntry.Action.ENDORSED, "sprint/" + sprint, review, Set.of(), by.name(), at);
  }
}
