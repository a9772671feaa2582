package dev.fortnight.topic;

import dev.fortnight.problem.Problem;
import dev.fortnight.programme.Programme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where topics come from. */
public interface TopicSource {

  /**
   * Topics by slug, without pull requests.
   *
   * @param removed what the source says is gone
   * @param problems what was wrong with single topics, which are left out
   */
  record Topics(List<Topic> topics, List<RemovedTopic> removed, List<Problem> problems) {}

  /**
   * All topics as the source has them now.
   *
   * @throws dev.fortnight.problem.ProblemException if the source cannot be read at all
   */
  Topics topics();

  /**
   * The file that a programme names; a source without topics where it names none. GitHub is not
   * read as a whole each time, so it has a package of its own.
   *
   * @param folder the programme's folder
   */
  static TopicSource of(Programme.Backlog backlog, Path folder) {
    if (backlog instanceof Programme.Backlog.File export) {
      return new FileTopicSource(
          folder, Path.of("research").resolve(export.file()), Optional.empty());
    }
    return () -> new Topics(List.of(), List.of(), List.of());
  }
}
