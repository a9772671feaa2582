package dev.fortnight.topic.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import dev.fortnight.topic.github.RecordedGitHub.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays recordings of GitHub's traffic, which are not part of this repository: {@code
 * -Dfortnight.recordings=FOLDER} names a folder in which WireMock's {@code mappings} and {@code
 * __files}, and Octokit's {@code raw-fixture.json}, are found at any depth.
 */
@EnabledIfSystemProperty(named = "fortnight.recordings", matches = ".+")
class RecordingsTest {

  static Stream<Path> folders() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of(System.getProperty("fortnight.recordings")))) {
      return paths
          .filter(path -> path.endsWith("mappings") || path.endsWith(RecordedGitHub.ONE_FILE))
          .map(Path::getParent)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void eachAnswerIsUnderstood(Path folder) throws Exception {
    try (RecordedGitHub github = new RecordedGitHub(folder)) {
      GitHubClient client = client(github);
      for (Recorded recorded : github.recordings()) {
        github.prepare(recorded);
        assertThat(understood(client, recorded))
            .as(recorded.target() + " " + recorded.status())
            .isIn(expected(recorded));
      }
    }
  }

  private static GitHubClient client(RecordedGitHub github) {
    return new GitHubClient(
        github.address(),
        GitHubCredentials.personal(Optional.empty()),
        Duration.ofSeconds(20),
        Clock.systemUTC());
  }

  private static String understood(GitHubClient client, Recorded recorded) throws Exception {
    try {
      Answer answer = client.get(client.address(recorded.target()), Optional.empty());
      if (answer instanceof Answer.Content content) {
        look(content.json());
      }
      return answer.getClass().getSimpleName();
    } catch (LimitReachedException e) {
      return "limit" + (e.duration().isPresent() ? " for a time" : "");
    } catch (FailedException e) {
      return "failed";
    }
  }

  private static List<String> expected(Recorded recorded) {
    return switch (recorded.status()) {
      case 200 -> List.of(recorded.body().matches("(?s)\\s*[\\[{].*") ? "Content" : "failed");
      case 304 -> List.of("Unchanged");
      case 301, 302, 307, 308 -> List.of("Moved");
      case 404, 410, 451 -> List.of("Absent");
      case 429 -> List.of("limit", "limit for a time");
      case 403 -> List.of("limit", "limit for a time", "Absent");
      default -> List.of("failed");
    };
  }

  /** Whatever looks like something that a sync reads can be read. */
  private static void look(JsonNode json) throws IncompleteException {
    for (JsonNode one : json.isArray() ? json : List.of(json)) {
      if (one.has("issue_url") && one.has("body") && one.has("user")) {
        Comment comment = GitHubJson.comment(one);
        assertThat(comment.number()).isPositive();
        assertThat(comment.body()).isEqualTo(one.path("body").asText());
      } else if (one.has("comments_url") && one.has("state") && one.has("title")) {
        Issue issue = GitHubJson.issue(one);
        assertThat(issue.repository()).contains("/");
        assertThat(issue.labels()).hasSize(one.path("labels").size());
        assertThat(issue.author().map(Names.User::login))
            .isEqualTo(Optional.ofNullable(one.path("user").path("login").textValue()));
      } else if (one.has("due_on")) {
        assertThat(GitHubJson.milestone(one).title()).isEqualTo(one.path("title").asText());
      } else if (one.has("color") && one.has("name")) {
        assertThat(GitHubJson.label(one)).isPresent();
      }
    }
  }

  /** All pages of issues, chained, as a backlog without a topic label. */
  @ParameterizedTest
  @MethodSource("folders")
  void issuesBecomeTopicsAndPullRequestsDoNot(Path folder, @TempDir Path data) throws Exception {
    try (RecordedGitHub github = new RecordedGitHub(folder);
        Database database = TestDatabase.H2.open(data)) {
      List<JsonNode> pages = new ArrayList<>();
      for (Recorded recorded : github.recordings()) {
        if (recorded.target().matches("/repos[^?]*/issues(\\?.*)?") && recorded.status() == 200) {
          github.prepare(recorded);
          Answer answer =
              client(github).get(client(github).address(recorded.target()), Optional.empty());
          pages.add(((Answer.Content) answer).json());
        }
      }
      Place place = new Place("shared-software", "council/shared");
      IssueIntake intake = new IssueIntake(place, Clock.systemUTC());
      TopicRule all = new TopicRule(Optional.empty(), Optional.empty(), Optional.empty());
      TreeSet<Integer> numbers = new TreeSet<>();
      for (JsonNode page : pages) {
        for (JsonNode json : page) {
          Issue issue = GitHubJson.issue(json);
          database.jdbi().useTransaction(handle -> intake.take(handle, issue, all));
          if (!json.has("pull_request")) {
            numbers.add(issue.number());
          }
        }
      }

      assertThat(GitHubBacklog.in(database, "shared-software").issues("council/shared"))
          .extracting(StoredIssue::number)
          .containsExactlyElementsOf(numbers);
    }
  }
}
