package dev.fortnight.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import dev.fortnight.programme.Programme;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubTopicSourceTest {

  private static final String TOKEN = "ghp_example0123456789";

  private final GitHubStub github = new GitHubStub();

  @AfterEach
  void close() {
    github.close();
  }

  @Test
  void readsEveryPageAndLeavesPullRequestsOut() {
    github.hold("council/shared", GitHubStub.issues("council/shared", 230));

    List<Topic> topics = source("council/shared").topics().topics();

    assertThat(topics)
        .extracting(Topic::number)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 230).filter(number -> number % 3 != 0).boxed().toList());
    String list = "/repos/council/shared/issues?state=all&sort=updated&direction=asc&per_page=100";
    assertThat(github.requests())
        .extracting(GitHubStub.Request::target)
        .containsExactly("/repos/council/shared", list, list + "&page=2", list + "&page=3");
  }

  @Test
  void tellsWhoseIssueItIsOnEveryPageAndTrustsNobodyItIsNotToldOf() {
    ArrayNode issues = GitHubStub.issues("council/shared", 230);
    List<String> said =
        List.of("OWNER", "MEMBER", "COLLABORATOR", "CONTRIBUTOR", "NONE", "MANNEQUIN");
    for (int i = 0; i < issues.size(); i++) {
      ObjectNode issue = ((ObjectNode) issues.get(i)).without("author_association");
      if (i % 7 < said.size()) {
        issue.put("author_association", said.get(i % 7));
      }
    }
    github.hold("council/shared", issues);

    assertThat(source("council/shared").topics().topics())
        .isNotEmpty()
        .allSatisfy(
            topic ->
                assertThat(topic.author())
                    .as("topic %s", topic.number())
                    .contains(
                        (topic.number() - 1) % 7 < 3 ? TopicAuthor.TEAM : TopicAuthor.OUTSIDER));
  }

  @Test
  void readsAnIssueAsGitHubSendsIt() {
    ObjectNode issue = GitHubStub.issue("council/shared", 7);
    issue.put("title", "Who signs?").put("body", "Ask **legal**.").put("comments", 3);
    issue.put("state", "closed").put("state_reason", "not_planned");
    issue.put("closed_at", "2026-11-04T10:30:00Z").put("a_field_of_tomorrow", true);
    issue.put("author_association", "MEMBER");
    issue.withArray("labels").addObject().put("id", 1).put("name", "research");
    hold(issue);

    assertThat(source("council/shared").topics().topics())
        .containsExactly(
            new Topic(
                "7",
                "council/shared",
                7,
                "Who signs?",
                "Ask **legal**.",
                TopicState.CLOSED,
                Optional.of("not_planned"),
                List.of("research"),
                Optional.of(URI.create("https://github.example/council/shared/issues/7")),
                Instant.parse("2026-11-02T09:00:00Z"),
                Instant.parse("2026-11-02T09:00:07Z"),
                Optional.of(Instant.parse("2026-11-04T10:30:00Z")),
                Optional.of(TopicAuthor.TEAM)));
  }

  @Test
  void anIssueWithoutTextIsATopicWithoutText() {
    hold(GitHubStub.issue("council/shared", 7));

    assertThat(source("council/shared").topics().topics())
        .extracting(Topic::body)
        .containsExactly("");
  }

  @Test
  void asksForTheLabelOnly() {
    ObjectNode labelled = GitHubStub.issue("council/shared", 1);
    labelled.withArray("labels").addObject().put("name", "user research");
    hold(labelled, GitHubStub.issue("council/shared", 2));

    assertThat(
            new GitHubTopicSource(
                    backlog(Optional.of("user research"), "council/shared"), Optional.empty())
                .topics()
                .topics())
        .extracting(Topic::number)
        .containsExactly(1);
  }

  @Test
  void ofAnIssueThatMovedToALaterPageTheNewestFormCounts() {
    ObjectNode before = GitHubStub.issue("council/shared", 1);
    ObjectNode after = before.deepCopy().put("title", "After");
    after.put("updated_at", "2026-11-13T14:00:00Z");
    hold(before, GitHubStub.issue("council/shared", 2), after);

    assertThat(source("council/shared").topics().topics())
        .extracting(Topic::title)
        .containsExactly("After", "Question 2");
  }

  @Test
  void readsSeveralRepositoriesInTheBacklogsOrder() {
    github.hold("council/shared", GitHubStub.issues("council/shared", 2));
    github.hold("county/tools", GitHubStub.issues("county/tools", 2));

    assertThat(source("county/tools", "council/shared").topics().topics())
        .extracting(Topic::slug)
        .containsExactly("1", "2", "shared-1", "shared-2");
  }

  @Test
  void anIncompleteIssueIsAProblemAndTheOthersAreRead() {
    hold(
        GitHubStub.issue("council/shared", 1).putNull("title"),
        GitHubStub.issue("council/shared", 2));

    TopicSource.Topics read = source("council/shared").topics();

    assertThat(read.topics()).extracting(Topic::number).containsExactly(2);
    assertThat(read.problems().stream().map(Problem::toString))
        .containsExactly(
            "council/shared#1: topic 1 is left out, because GitHub sent it without title or date."
                + " Run 'fortnight sync' again; if it stays so, look at the issue on GitHub.");
  }

  @Test
  void sendsTheTokenWithEveryRequest() {
    github.hold("council/shared", GitHubStub.issues("council/shared", 230));

    new GitHubTopicSource(
            backlog(Optional.empty(), "council/shared"), Optional.of(new Secret(TOKEN)))
        .topics();

    assertThat(github.requests())
        .hasSize(4)
        .extracting(GitHubStub.Request::authorization)
        .containsOnly(Optional.of("Bearer " + TOKEN));
  }

  @Test
  void saysThatNobodyAnswersAtTheAddress() {
    github.close();

    assertThat(failure(Optional.empty()))
        .isEqualTo(
            "GitHub at HOST cannot be reached (ClosedChannelException). Check the network and"
                + " 'backlog.github.api' in research/programme.yml; the topics stay as they were"
                + " last synced.");
  }

  @Test
  void givesUpOnAHostThatFallsSilent() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      TopicSource source =
          new GitHubTopicSource(
              new Programme.Backlog.GitHub(List.of("council/shared"), Optional.empty(), address),
              Optional.empty(),
              Duration.ofMillis(100));

      assertThat(catchThrowableOfType(ProblemException.class, source::topics))
          .hasMessage(
              "GitHub at " + address.getAuthority() + " cannot be reached (HttpTimeoutException)");
    }
  }

  @Test
  void saysThatTheTokenIsNotAccepted() {
    github.always(401, Map.of(), "{\"message\": \"Bad credentials: " + TOKEN + "\"}");

    assertThat(failure(Optional.of(TOKEN)))
        .isEqualTo(
            "GitHub at HOST does not accept the token (401). It may have expired: make a new one"
                + " and set FORTNIGHT_GITHUB_TOKEN to it.");
  }

  @Test
  void saysThatATokenIsWanted() {
    github.always(401, Map.of(), "{\"message\": \"Requires authentication\"}");

    assertThat(failure(Optional.empty()))
        .isEqualTo(
            "GitHub at HOST wants to know who asks (401). To read council/shared, set"
                + " FORTNIGHT_GITHUB_TOKEN to a token that may read it.");
  }

  @Test
  void saysThatTheRepositoryIsNotThereOrPrivate() {
    assertThat(failure(Optional.empty()))
        .isEqualTo(
            "GitHub shows no repository council/shared with issues. Check its name under 'backlog'"
                + " in research/programme.yml; if it is private, set FORTNIGHT_GITHUB_TOKEN to a"
                + " token that may read it.");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410})
  void saysThatTheTokenMayNotReadTheRepository(int status) {
    github.always(status, Map.of(), "{\"message\": \"Resource not accessible\"}");

    assertThat(failure(Optional.of(TOKEN)))
        .isEqualTo(
            "GitHub shows no repository council/shared with issues to this token. Check its name"
                + " under 'backlog' in research/programme.yml, and that the token may read its"
                + " issues.");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 429})
  void saysWhenTheRateLimitResets(int status) {
    github.always(
        status,
        Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1794571200"),
        "{\"message\": \"API rate limit exceeded\"}");

    assertThat(failure(Optional.empty()))
        .isEqualTo(
            "GitHub's rate limit is used up; it resets at 2026-11-13T12:00:00Z. Run this again"
                + " after that time, or set FORTNIGHT_GITHUB_TOKEN: with a token GitHub answers"
                + " 5,000 requests an hour instead of 60.");
  }

  @Test
  void saysWhenTheSecondaryLimitResets() {
    github.always(
        403,
        Map.of("Retry-After", "Fri, 13 Nov 2026 12:01:00 GMT"),
        "{\"message\": \"Slow down\"}");

    assertThat(failure(Optional.of(TOKEN)))
        .isEqualTo(
            "GitHub's rate limit is used up; it resets at 2026-11-13T12:01:00Z. Run this again"
                + " after that time.");
  }

  @Test
  void recognisesTheSecondaryLimitByItsTextAlone() {
    github.always(
        403, Map.of(), "{\"message\": \"You have exceeded a secondary rate limit. Please wait.\"}");

    assertThat(failure(Optional.of(TOKEN)))
        .isEqualTo("GitHub's rate limit is used up; it says not until when. Wait some minutes.");
  }

  @Test
  void saysThatAPageCameInsteadOfJson() {
    github.always(200, Map.of("Content-Type", "text/html"), "<html>Sign in, please</html>");

    assertThat(failure(Optional.of(TOKEN)))
        .isEqualTo(
            "HOST did not answer as GitHub does when asked for council/shared (no JSON). Check that"
                + " 'backlog.github.api' is the address of a REST API, and that no proxy answers in"
                + " its place.");
  }

  @Test
  void anErrorPageIsNotAnEmptyBacklog() {
    github.always(503, Map.of("Content-Type", "text/html"), "<html>Unicorn</html>");

    assertThat(failure(Optional.empty()))
        .isEqualTo(
            "GitHub at HOST answered 503 when asked for council/shared. This passes by itself as a"
                + " rule: try again in some minutes.");
  }

  @Test
  void refusesWhatIsNoRepository() {
    assertThat(
            catchThrowableOfType(
                    ProblemException.class, () -> source("https://github.com/a/b").topics())
                .advice())
        .isEqualTo(
            "'https://github.com/a/b' is not a repository. Write it as owner/name under 'backlog'"
                + " in research/programme.yml.");
  }

  /** The advice, after a look that neither it nor the stack trace holds the token. */
  private String failure(Optional<String> token) {
    TopicSource source =
        new GitHubTopicSource(backlog(Optional.empty(), "council/shared"), token.map(Secret::new));
    ProblemException failure = catchThrowableOfType(ProblemException.class, source::topics);
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(failure.advice() + trace).doesNotContain(TOKEN);
    return failure.advice().replace(github.address().getAuthority(), "HOST");
  }

  private void hold(ObjectNode... issues) {
    ArrayNode list = new ObjectMapper().createArrayNode();
    list.addAll(List.of(issues));
    github.hold("council/shared", list);
  }

  private TopicSource source(String... repositories) {
    return new GitHubTopicSource(backlog(Optional.empty(), repositories), Optional.empty());
  }

  private Programme.Backlog.GitHub backlog(Optional<String> label, String... repositories) {
    return new Programme.Backlog.GitHub(List.of(repositories), label, github.address());
  }
}
