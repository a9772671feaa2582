package dev.fortnight.topic.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fortnight.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads pages of issues and comments, of which one that cannot be used spoils no other. */
final class IssuePages {

  private IssuePages() {}

  static List<Issue> issues(JsonNode page, Place place, Consumer<Problem> problems) {
    List<Issue> issues = new ArrayList<>();
    for (JsonNode json : page) {
      try {
        issues.add(GitHubJson.issue(json));
      } catch (IncompleteException e) {
        problems.accept(e.problem(place.repository(), GitHubJson.numberOf(json)));
      }
    }
    return issues;
  }

  static List<Comment> comments(JsonNode page, Place place, Consumer<Problem> problems) {
    List<Comment> comments = new ArrayList<>();
    for (JsonNode json : page) {
      try {
        comments.add(GitHubJson.comment(json));
      } catch (IncompleteException e) {
        problems.accept(e.problem(place.repository(), 0));
      }
    }
    return comments;
  }
}
