package dev.fortnight.topic.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Issues and comments as GitHub's documents allow them and nobody expects them are stored. */
@OnBothDatabases
class OddAnswersTest {

  private static final Place PLACE = new Place("shared-software", "council/shared");
  private static final TopicRule ALL =
      new TopicRule(Optional.empty(), Optional.empty(), Optional.empty());
  private static final ObjectMapper JSON = new ObjectMapper();

  @Parameter TestDatabase kind;

  @TempDir Path folder;

  private Database database;

  @BeforeEach
  void open() {
    database = kind.open(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static ObjectNode issue() throws Exception {
    return (ObjectNode)
        JSON.readTree(
            """
            {"id": 1, "node_id": "I_1", "number": 7, "title": "Why?", "body": "Text", "state": "open",
             "repository_url": "https://ghe.example.org/api/v3/repos/council/shared",
             "html_url": "https://ghe.example.org/council/shared/issues/7",
             "user": {"id": 5, "login": "ada"}, "author_association": "MEMBER",
             "labels": [{"id": 3, "name": "topic"}], "assignees": [], "comments": 0,
             "created_at": "2026-11-02T09:00:00Z", "updated_at": "2026-11-02T09:00:00Z"}""");
  }

  private StoredIssue stored(ObjectNode json) throws IncompleteException {
    Issue issue = GitHubJson.issue(json);
    IssueIntake intake = new IssueIntake(PLACE, Clock.systemUTC());
    database.jdbi().useTransaction(handle -> intake.take(handle, issue, ALL));
    return GitHubBacklog.in(database, PLACE.programme()).issues(PLACE.repository()).get(0);
  }

  @Test
  void oneOfAPersonWhoHasLeft() throws Exception {
    ObjectNode json = issue();
    json.putNull("user").putNull("assignees").putNull("milestone").putNull("body");

    assertThat(stored(json).topic().body()).isEmpty();
  }

  @Test
  void oneWhoseLabelsAreNamesOnlyOrNothing() throws Exception {
    ObjectNode json = issue();
    json.putArray("labels").add("topic").addNull().addObject().put("name", "risk").putNull("color");

    assertThat(stored(json).labels()).containsExactlyInAnyOrder("topic", "risk");
  }

  @Test
  void oneWithFieldsOfLaterYears() throws Exception {
    ObjectNode json = issue();
    json.putObject("type").put("name", "Task");
    json.putObject("sub_issues_summary").put("total", 3);
    json.put("state_reason", "something-new").put("active_lock_reason", "too heated");

    assertThat(stored(json).topic().stateReason()).contains("something-new");
  }

  @Test
  void oneOfOddCharacters() throws Exception {
    String odd = "a\0b \ud800 c \udc00 \u202e \uffff \ud83d\ude00\r\n";
    ObjectNode json = issue();
    json.put("title", odd).put("body", odd);

    assertThat(stored(json).topic().title())
        .isEqualTo("a\ufffdb \ufffd c \ufffd \u202e \uffff \ud83d\ude00\r\n");
  }

  @Test
  void oneWithAHugeText() throws Exception {
    String huge = "é".repeat(1 << 20);
    ObjectNode json = issue();
    json.put("body", huge);

    assertThat(stored(json).topic().body()).isEqualTo(huge);
  }

  @Test
  void oneWhoseNumberIsNone() throws Exception {
    for (String number : List.of("0", "-1", "4294967303", "7.5", "\"7\"", "null")) {
      ObjectNode json = issue();
      json.set("number", JSON.readTree(number));

      assertThatThrownBy(() -> GitHubJson.issue(json))
          .as(number)
          .isInstanceOf(IncompleteException.class);
    }
  }

  @Test
  void aCommentOfAPersonWhoHasLeftAndOneOnAPullRequest() throws Exception {
    stored(issue());
    IssueIntake intake = new IssueIntake(PLACE, Clock.systemUTC());
    Comment here =
        GitHubJson.comment(
            JSON.readTree(
                """
                {"id": 11, "issue_url": "https://ghe.example.org/api/v3/repos/council/shared/issues/7",
                 "user": null, "body": "a\\u0000\\ud800", "created_at": "2026-11-02T09:00:00Z"}"""));
    Comment onPullRequest =
        GitHubJson.comment(
            JSON.readTree(
                """
                {"id": 12, "issue_url": "https://ghe.example.org/api/v3/repos/council/shared/issues/8",
                 "html_url": "https://ghe.example.org/council/shared/pull/8#issuecomment-12",
                 "user": {"id": 6, "login": "bot[bot]"}, "body": null,
                 "created_at": "2026-11-02T09:00:00+01:00"}"""));

    database.jdbi().useTransaction(handle -> intake.take(handle, List.of(here, onPullRequest)));

    assertThat(
            GitHubBacklog.in(database, PLACE.programme())
                .issues(PLACE.repository())
                .get(0)
                .comments())
        .extracting(StoredIssue.StoredComment::body)
        .containsExactly("a\ufffd\ufffd");
  }

  @Test
  void aTimelineOfEventsWithoutWhatTheyAreAbout() throws Exception {
    assertThat(
            GitHubJson.stateEvents(
                JSON.readTree(
                    """
                    [{"event": "labeled", "label": null, "actor": null}, {"event": null}, {}, null,
                     {"event": "pinned"}, {"event": "transferred"}, {"event": "closed"},
                     {"event": "closed", "actor": null, "created_at": "2026-11-02T09:00:00Z"}]""")))
        .hasSize(1);
  }
}
