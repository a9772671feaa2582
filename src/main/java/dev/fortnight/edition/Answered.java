package dev.fortnight.edition;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.check.Checker;
import dev.fortnight.check.Doubt;
import dev.fortnight.check.Snapshot;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks a snapshot with those doubts settled that a reviewer has answered: by approving the very
 * content when the very doubt was there to be seen.
 */
final class Answered {

  private Answered() {}

  static Checker.Result check(Snapshot snapshot, Approved approved) {
    return check(snapshot, approved, CheckMemory.none());
  }

  /** The same after others, searching only what is new. */
  static Checker.Result check(Snapshot snapshot, Approved approved, CheckMemory memory) {
    Snapshot.Answers contents = Snapshot.Answers.of(approved::isApproved, approved::isApproved);
    Checker.Result result = Checker.check(snapshot.answered(contents), memory);
    Set<String> unanswered =
        result.doubts().stream()
            .filter(doubt -> !approved.seen(doubt.item()).contains(doubt.mark()))
            .map(Doubt::item)
            .collect(Collectors.toSet());
    if (unanswered.isEmpty()) {
      return result;
    }
    return Checker.check(
        snapshot.answered(
            Snapshot.Answers.of(
                note -> !unanswered.contains(note.path()) && approved.isApproved(note),
                topic ->
                    !unanswered.contains("topics/" + topic.slug()) && approved.isApproved(topic))),
        memory);
  }
}
