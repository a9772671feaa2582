package dev.fortnight.topic;

import dev.fortnight.problem.Problem;
import java.util.List;

/** Where topics come from. */
public interface TopicSource {

  /**
   * Topics by slug, without pull requests.
   *
   * @param problems what was wrong with single topics, which are left out
   */
  record Topics(List<Topic> topics, List<Problem> problems) {}

  /**
   * All topics as the source has them now.
   *
   * @throws dev.fortnight.problem.ProblemException if the source cannot be read at all
   */
  Topics topics();
}
