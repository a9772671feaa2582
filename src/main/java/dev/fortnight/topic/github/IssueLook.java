package dev.fortnight.topic.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fortnight.topic.Removal;
import java.util.Optional;

/**
 * Asks after one issue, which lists cannot do for what is gone. A transferred issue answers under
 * its old number with its new self, whose number may be another issue's here, so where an answer
 * says it is counts before what it says.
 */
final class IssueLook {

  /** What became of an issue. */
  sealed interface Result {

    /** It is there. */
    record Here(Issue issue) implements Result {}

    /** It is not. */
    record Gone(Removal why, Optional<String> movedTo) implements Result {}
  }

  private final GitHubClient client;
  private final String repository;
  private Optional<String> realName = Optional.empty();

  IssueLook(GitHubClient client, String repository) {
    this.client = client;
    this.repository = repository;
  }

  Result look(int number) throws LimitReachedException, FailedException, IncompleteException {
    Answer answer =
        client.get(client.address("/repos/" + repository + "/issues/" + number), Optional.empty());
    if (answer instanceof Answer.Absent absent) {
      return new Result.Gone(
          absent.isDeleted() ? Removal.DELETED : Removal.LOST_ACCESS, Optional.empty());
    }
    if (answer instanceof Answer.Moved moved) {
      answer = client.get(moved.to(), Optional.empty());
      if (!(answer instanceof Answer.Content)) {
        boolean isDeleted =
            answer instanceof Answer.Absent absent
                && absent.isDeleted()
                && moved.to().getPath().endsWith("/issues/" + number); // of a renamed repository
        return new Result.Gone(isDeleted ? Removal.DELETED : Removal.TRANSFERRED, Optional.empty());
      }
    }
    JsonNode json = ((Answer.Content) answer).json();
    Issue issue = GitHubJson.issue(json);
    return issue.number() == number && isHere(issue)
        ? new Result.Here(issue)
        : new Result.Gone(Removal.TRANSFERRED, issue.page());
  }

  private boolean isHere(Issue issue) throws LimitReachedException, FailedException {
    return issue.repository().isEmpty()
        || issue.repository().equalsIgnoreCase(repository)
        || issue.repository().equalsIgnoreCase(realName());
  }

  /** What the repository is called now, if it has been renamed. */
  private String realName() throws LimitReachedException, FailedException {
    if (realName.isEmpty()) {
      Answer answer = client.list(client.address("/repos/" + repository), Optional.empty());
      realName =
          Optional.of(
              answer instanceof Answer.Content content
                  ? content.json().path("full_name").asText()
                  : repository);
    }
    return realName.get();
  }
}
