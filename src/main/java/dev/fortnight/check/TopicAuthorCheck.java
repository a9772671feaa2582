package dev.fortnight.check;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.topic.Topic;
import java.util.List;

/**
 * What somebody outside the team can change in a topic is shown only as a reviewer has approved it:
 * nobody else has read it.
 */
final class TopicAuthorCheck {

  private final Snapshot snapshot;

  TopicAuthorCheck(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  List<Problem> problems(Topic topic) {
    if (!topic.isOpenToOutsiders() || snapshot.scope().answers().cover(topic)) {
      return List.of();
    }
    return List.of(
        Problem.question(
            "topic-author",
            SourceLocation.file("topic " + topic.slug()),
            "somebody outside the team can change the text of this topic, so it is not published"
                + " until a reviewer has approved it as it is",
            "Read it and approve it in the review. Each change of it asks again."));
  }
}
