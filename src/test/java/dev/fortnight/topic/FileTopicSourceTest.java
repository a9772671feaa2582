package dev.fortnight.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTopicSourceTest {

  @TempDir Path folder;

  @Test
  void readsAnIssueInGitHubsRestForm() throws IOException {
    assertThat(
            read("""
                    [{"number": 7, "title": "Who signs?", "body": "Ask **legal**.",
                      "state": "closed", "state_reason": "not_planned",
                      "labels": [{"id": 1, "name": "research"}, {"id": 2, "name": "legal"}],
                      "url": "https://api.github.com/repos/council/shared/issues/7",
                      "repository_url": "https://api.github.com/repos/council/shared",
                      "html_url": "https://github.com/council/shared/issues/7",
                      "created_at": "2026-11-02T09:00:00Z", "updated_at": "2026-11-04T10:30:00Z",
                      "closed_at": "2026-11-04T10:30:00Z", "a_field_of_tomorrow": {"x": []}}]
                    """)
                .topics())
        .containsExactly(
            new Topic(
                "7",
                "council/shared",
                7,
                "Who signs?",
                "Ask **legal**.",
                TopicState.CLOSED,
                Optional.of("not_planned"),
                List.of("research", "legal"),
                Optional.of(URI.create("https://github.com/council/shared/issues/7")),
                Instant.parse("2026-11-02T09:00:00Z"),
                Instant.parse("2026-11-04T10:30:00Z"),
                Optional.of(Instant.parse("2026-11-04T10:30:00Z")),
                Optional.of(TopicAuthor.TEAM)));
  }

  @Test
  void readsAnArchiveAndLeavesItsPullRequestsOut() throws IOException {
    assertThat(
            read("""
                    {"magic": "E!vIA5L86J2I", "pulls": [{"number": 9, "title": "A change"}],
                     "issues": [{"number": 3, "title": "Who pays?", "state": "OPEN", "body": null,
                       "url": "https://github.com/council/shared/issues/3",
                       "labels": ["research"], "closedAt": null, "comments": [{"body": "Nobody"}],
                       "createdAt": "2026-11-02T09:00:00Z", "updatedAt": "2026-11-02T09:00:00Z"}],
                     "repo": "council/shared"}
                    """)
                .topics())
        .containsExactly(
            new Topic(
                "3",
                "council/shared",
                3,
                "Who pays?",
                "",
                TopicState.OPEN,
                Optional.empty(),
                List.of("research"),
                Optional.of(URI.create("https://github.com/council/shared/issues/3")),
                Instant.parse("2026-11-02T09:00:00Z"),
                Instant.parse("2026-11-02T09:00:00Z"),
                Optional.empty(),
                Optional.of(TopicAuthor.TEAM)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[ONE,TWO]", "[ONE][TWO]", "[ONE]\n[TWO]\n", "[[ONE],[TWO]]", "[[ONE],[],[TWO]]"})
  void readsThePagesHoweverTheyAreJoined(String pages) throws IOException {
    String export = pages.replace("ONE", issue(1, "One")).replace("TWO", issue(2, "Two"));

    assertThat(read(export).topics()).extracting(Topic::title).containsExactly("One", "Two");
  }

  @ParameterizedTest
  @CsvSource({
    "'', TEAM",
    "'\"author_association\": \"MEMBER\",', TEAM",
    "'\"author_association\": null,', TEAM",
    "'\"authorAssociation\": \"COLLABORATOR\",', TEAM",
    "'\"authorAssociation\": \"NONE\",', OUTSIDER",
    "'\"author_association\": \"CONTRIBUTOR\",', OUTSIDER",
    "'\"author_association\": \"\",', OUTSIDER"
  })
  void tellsWhoseTextItIsAndTrustsAFileThatDoesNotSay(String said, TopicAuthor author)
      throws IOException {
    String export = "[" + issue(1, "One").replaceFirst("\\{", "{" + said) + "]";

    assertThat(read(export).topics())
        .extracting(Topic::author)
        .containsExactly(Optional.of(author));
  }

  @Test
  void readsWhatIsGoneAsItIsPrinted() throws IOException {
    TopicSource.Topics read =
        read(
            """
            [{"number": 1, "repository": "council/shared", "title": "One", "state": "open",
              "url": "https://github.com/council/shared/issues/1",
              "created_at": "2026-11-02T09:00:00Z", "updated_at": "2026-11-02T09:00:00Z"},
             {"number": 3, "repository": "council/shared", "tombstone":
              {"at": "2026-11-13T09:00:00Z", "reason": "lost-access"}},
             {"number": 4, "repository": "council/shared", "tombstone":
              {"at": "2026-11-13T09:00:00Z", "reason": "transferred",
               "movedTo": "https://github.com/council/tools/issues/9"}},
             {"number": 9, "repository": "council/tools", "tombstone":
              {"at": "2026-11-13T09:00:00Z", "reason": "deleted",
               "movedTo": "https://github.com/somebody/else/issues/1"}},
             {"number": 5, "repository": "council/shared", "tombstone": {"reason": "deleted"}},
             {"number": 6, "repository": "../etc", "tombstone":
              {"at": "2026-11-13T09:00:00Z", "reason": "bored"}}]
            """);

    Instant at = Instant.parse("2026-11-13T09:00:00Z");
    assertThat(read.topics()).extracting(Topic::slug).containsExactly("1");
    assertThat(read.removed())
        .containsExactly(
            new RemovedTopic("3", Removal.LOST_ACCESS, at, Optional.empty()),
            new RemovedTopic("4", Removal.TRANSFERRED, at, Optional.of("tools-9")),
            new RemovedTopic("tools-9", Removal.DELETED, at, Optional.empty()));
    assertThat(read.problems())
        .extracting(Problem::what)
        .containsExactly(
            "topic 5 is left out, because 'at' is missing",
            "topic 6 is left out, because 'reason' is none of those that there are");
  }

  @Test
  void leavesPullRequestsOut() throws IOException {
    String pull = issue(2, "A change").replace("{", "{\"pull_request\": {\"url\": \"x\"}, ");
    String notOne = issue(3, "Three").replace("{", "{\"pull_request\": null, ");

    assertThat(read("[" + issue(1, "One") + "," + pull + "," + notOne + "]").topics())
        .extracting(Topic::title)
        .containsExactly("One", "Three");
  }

  @Test
  void keepsOnlyIssuesWithTheLabelInWhateverCase() throws IOException {
    String labelled = issue(1, "One").replace("[]", "[{\"name\": \"Research\"}]");
    String other = issue(2, "Two").replace("[]", "[{\"name\": \"research-ops\"}]");
    Path file = file("[" + labelled + "," + other + "," + issue(3, "Three") + "]");

    assertThat(new FileTopicSource(folder, file, Optional.of("research")).topics().topics())
        .extracting(Topic::title)
        .containsExactly("One");
  }

  @Test
  void ofATopicOnTwoPagesTheOneUpdatedLastCounts() throws IOException {
    String later = issue(1, "After").replace("11-02T09:00:00Z\",\"url", "11-03T09:00:00Z\",\"url");

    assertThat(read("[" + later + "][" + issue(1, "Before") + "]").topics())
        .extracting(Topic::title)
        .containsExactly("After");
  }

  @Test
  void namesTopicsOfFurtherRepositoriesByRepositoryAndSortsByIt() throws IOException {
    String export =
        "[%s,%s,%s,%s,%s]"
            .formatted(
                issue(12, "Twelve"),
                issue(2, "Two"),
                issue(2, "Two elsewhere").replace("council/shared", "county/tools"),
                issue(1, "One at home"),
                issue(5, "Another owner's").replace("council/shared", "district/Tools"));

    assertThat(read(export).topics())
        .extracting(Topic::slug)
        .containsExactly("1", "2", "12", "tools-2", "district-Tools-5");
  }

  @Test
  void reportsAnUnreadableEntryWithoutItsTextAndReadsTheOthers() throws IOException {
    String export =
        """
        [
        %s,
        {"number": 2, "title": "Jane Example", "state": "merged"},
        {"number": "three", "title": "Jane Example"},
        {"number": 4, "state": "open", "title": ["Jane Example"]},
        {"number": 5, "state": "open", "title": "Jane Example", "created_at": "yesterday"},
        {"number": 6, "state": "open", "title": "Jane Example", "labels": [{"colour": "red"}]},
        "Jane Example",
        %s
        ]
        """
            .formatted(issue(1, "One"), issue(8, "Eight"));

    TopicSource.Topics read = read(export);

    assertThat(read.topics()).extracting(Topic::title).containsExactly("One", "Eight");
    assertThat(read.problems().stream().map(Problem::toString))
        .containsExactly(
            "backlog.json:3: topic 2 is left out, because 'state' is neither open nor closed."
                + " Export the backlog again, or correct this entry.",
            "backlog.json:4: a topic is left out, because 'number' is not a number from 1."
                + " Export the backlog again, or correct this entry.",
            "backlog.json:5: topic 4 is left out, because 'title' is not text."
                + " Export the backlog again, or correct this entry.",
            "backlog.json:6: topic 5 is left out, because 'created_at' is not a time such as"
                + " 2026-11-02T09:00:00Z. Export the backlog again, or correct this entry.",
            "backlog.json:7: topic 6 is left out, because one of its labels has no name."
                + " Export the backlog again, or correct this entry.",
            "backlog.json:8: a topic is left out, because 'number' is not a number from 1."
                + " Export the backlog again, or correct this entry.");
  }

  @Test
  void neverLinksToAnAddressOfAnotherScheme() throws IOException {
    String issue =
        issue(1, "One")
            .replace("https://github.com/council/shared/issues/1", "javascript:alert(1)");

    assertThat(read("[" + issue + "]").topics())
        .extracting(Topic::url)
        .containsExactly(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|backlog.json is empty",
        "Jane Example|backlog.json:1: this is not JSON",
        "<html>Jane Example</html>|backlog.json:1: this is not JSON",
        "[{\"number\": 1, \"title\": \"Jane Exa|backlog.json:1: this is not JSON",
        "{\"message\": \"Not Found\", \"status\": \"404\"}|backlog.json:1: this is not an export of issues",
        "42|backlog.json:1: this is not an export of issues",
      })
  void refusesWhatIsNotAnExportWithoutRepeatingIt(String export, String what) {
    assertThatThrownBy(() -> read(export))
        .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
        .extracting(ProblemException::advice)
        .isEqualTo(
            what
                + ". Export the backlog again with 'gh api --paginate"
                + " \"repos/OWNER/NAME/issues?state=all&per_page=100\"'.");
  }

  @Test
  void saysWhichFileIsMissing() {
    TopicSource source =
        new FileTopicSource(folder, Path.of("research/backlog.json"), Optional.empty());

    assertThatThrownBy(source::topics)
        .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
        .extracting(ProblemException::advice)
        .isEqualTo(
            "the backlog's export research/backlog.json does not exist. Name an export that is"
                + " there, with --topics or as 'backlog.file' in research/programme.yml.");
  }

  private TopicSource.Topics read(String export) throws IOException {
    return new FileTopicSource(folder, file(export), Optional.empty()).topics();
  }

  private Path file(String export) throws IOException {
    Files.writeString(folder.resolve("backlog.json"), export);
    return Path.of("backlog.json");
  }

  private static String issue(int number, String title) {
    return """
    {"number":%1$d,"title":"%2$s","state":"open","labels":[],"created_at":"2026-11-02T09:00:00Z",\
    "updated_at":"2026-11-02T09:00:00Z","url":"https://api.github.com/repos/council/shared/issues/%1$d",\
    "html_url":"https://github.com/council/shared/issues/%1$d"}"""
        .formatted(number, title);
  }
}
