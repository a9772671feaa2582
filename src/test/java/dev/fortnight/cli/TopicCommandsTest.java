package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fortnight.topic.GitHubStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicCommandsTest {

  private final GitHubStub github = new GitHubStub();

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    programme(
        "github: {repositories: [council/shared, county/tools], api: \""
            + github.address()
            + "\"}");
  }

  @AfterEach
  void close() {
    github.close();
  }

  @Test
  void syncSaysHowManyTopicsCameFromEachRepository() {
    github.hold("council/shared", GitHubStub.issues("council/shared", 52));
    github.hold("county/tools", GitHubStub.issues("county/tools", 1));

    assertThat(sync(Map.of("FORTNIGHT_GITHUB_TOKEN", "ghp_example\n")))
        .isEqualTo(
            new CommandRun(
                0,
                """
                35 topics from council/shared
                1 topic from county/tools
                8 requests
                """,
                ""));
    assertThat(github.requests())
        .extracting(GitHubStub.Request::authorization)
        .containsOnly(Optional.of("Bearer ghp_example"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | ghp_example | GitHub at HOST does not accept the token (401)",
        "404 | {} | GitHub shows no repository county/tools with issues to this token",
        "403 | {} | GitHub shows no repository county/tools with issues to this token",
        "503 | <html></html> | GitHub at HOST answered 503 when asked for county/tools",
        "200 | <html></html> | HOST did not answer as GitHub does when asked for county/tools (no"
            + " JSON)"
      })
  void syncSaysWhyItFailedAndNeverTheToken(int status, String body, String what) {
    github.always(status, Map.of(), body);

    CommandRun run = sync(Map.of("FORTNIGHT_GITHUB_TOKEN", "ghp_example"));

    assertThat(run.status()).isNotZero();
    assertThat(run.err().replace(github.address().getAuthority(), "HOST")).contains(what);
    assertThat(run.out() + run.err()).doesNotContain("ghp_example");
  }

  @Test
  void syncSaysWhenTheLimitEnds() {
    github.always(429, Map.of("Retry-After", "60"), "{}");

    CommandRun run = sync(Map.of("FORTNIGHT_NOW", "2026-11-13T14:00:00Z"));

    assertThat(run.err())
        .contains("GitHub's rate limit is used up; the sync can go on at 2026-11-13T14:01:00Z");
    assertThat(sync(Map.of("FORTNIGHT_NOW", "2026-11-13T14:00:59Z")).err())
        .contains("the sync can go on at 2026-11-13T14:01:00Z");
  }

  @Test
  void syncReportsWhatItLeavesOutAndEndsWithOne() throws IOException {
    programme("file: backlog.json");
    Files.writeString(folder.resolve("research/backlog.json"), "[{\"number\": 4}]");

    assertThat(sync(Map.of()))
        .isEqualTo(
            new CommandRun(
                1,
                "0 topics from the backlog\n",
                """
                research/backlog.json
                  error, line 1 (topic)
                    topic 4 is left out, because 'title' is missing.
                    Export the backlog again, or correct this entry.

                """));
  }

  @Test
  void syncSaysThatThereIsNoBacklog() throws IOException {
    Files.writeString(folder.resolve("research/programme.yml"), "title: Shared software\n");

    assertThat(sync(Map.of()).out())
        .isEqualTo("This programme names no backlog, so it has no topics.\n");
  }

  @Test
  void topicsPrintsWhatWasSynced() {
    ObjectNode hostile = GitHubStub.issue("council/shared", 12);
    hostile.put("title", "Clear\u001b[2J the screen");
    hostile.withArray("labels").addObject().put("name", "research");
    github.hold("council/shared", list(GitHubStub.issue("council/shared", 4), hostile));
    github.hold("county/tools", list(GitHubStub.issue("county/tools", 4).put("state", "closed")));
    sync(Map.of());

    assertThat(topics())
        .isEqualTo(
            new CommandRun(
                0,
                """
                      4  open    Question 4
                     12  open    Clear·[2J the screen (research)
                tools-4  closed  Question 4
                """,
                ""));
  }

  @Test
  void noTitleOrLabelDrivesTheTerminal() {
    ObjectNode hostile = GitHubStub.issue("council/shared", 12);
    hostile.put("title", "a\u009b31m\u202eb\r\nc");
    hostile.withArray("labels").addObject().put("name", "x\u001b]0;owned\u0007");
    github.hold("council/shared", list(hostile));
    github.hold("county/tools", list());
    sync(Map.of());

    assertThat(topics().out() + topics("--format", "json").out())
        .contains("a·31m·b··c", "x·]0;owned·")
        .doesNotContainPattern("[\\p{Cf}\\p{Cc}&&[^\n]]");
  }

  @Test
  void topicsNamesThoseThatWereRemoved() {
    github.hold(
        "council/shared",
        list(GitHubStub.issue("council/shared", 4), GitHubStub.issue("council/shared", 5)));
    github.hold("county/tools", list());
    sync(Map.of());
    github.hold("council/shared", list(GitHubStub.issue("council/shared", 4)));
    sync(Map.of("FORTNIGHT_NOW", "2026-11-03T10:00:00Z"), "--sweep");

    assertThat(topics().out())
        .isEqualTo(
            """
            4  open    Question 4
            Topic 5 of council/shared was removed on 3 November 2026: GitHub does not show it any more.
            """);
  }

  @Test
  void topicsPrintsJson() {
    ObjectNode labelled = GitHubStub.issue("council/shared", 4);
    labelled.withArray("labels").addObject().put("name", "research");
    github.hold("council/shared", list(labelled));
    github.hold("county/tools", list());
    sync(Map.of());

    assertThat(topics("--format", "json").out())
        .isEqualTo(
            """
            [
              {
                "number" : 4,
                "repository" : "council/shared",
                "title" : "Question 4",
                "state" : "open",
                "labels" : [
                  "research"
                ],
                "milestone" : null,
                "comments" : [ ],
                "url" : "https://github.example/council/shared/issues/4"
              }
            ]
            """);
  }

  @Test
  void topicsSaysHowToFetchThemWhenThereAreNone() {
    assertThat(topics().out()).isEqualTo("No topics are stored. 'fortnight sync' fetches them.\n");
    assertThat(topics("--format", "json").out()).isEqualTo("[ ]\n");
  }

  @Test
  void helpDescribesEveryOption() {
    assertThat(CommandRun.of(new TopicsCommand(), "--help").out())
        .isEqualTo(
            """
            Usage: topics [-hV] [--data=DIR] [--format=FORMAT] [--programme=DIR]
            Lists the topics as they were when they were last synced.
                  --data=DIR        Where the state is kept: database, caches, contents
                                      (default: FORTNIGHT_DATA, or data beside the
                                      programme's folder).
                  --format=FORMAT   How to print them: text, json. Default: text.
              -h, --help            Show this help message and exit.
                  --programme=DIR   The programme's folder, which holds research/ (default:
                                      here).
              -V, --version         Print version information and exit.
            """);
  }

  private CommandRun sync(Map<String, String> environment, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("--programme", folder.toString(), "--data", data()));
    arguments.addAll(List.of(options));
    return CommandRun.of(new SyncCommand(environment), arguments.toArray(String[]::new));
  }

  private CommandRun topics(String... arguments) {
    String[] all = new String[arguments.length + 4];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(
        new String[] {"--programme", folder.toString(), "--data", data()},
        0,
        all,
        arguments.length,
        4);
    return CommandRun.of(new TopicsCommand(), all);
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void programme(String backlog) throws IOException {
    Files.createDirectories(folder.resolve("research"));
    Files.writeString(
        folder.resolve("research/programme.yml"),
        "title: Shared software\nbacklog: {" + backlog + "}\n");
  }

  private static ArrayNode list(ObjectNode... issues) {
    ArrayNode list = new ObjectMapper().createArrayNode();
    for (ObjectNode issue : issues) {
      list.add(issue);
    }
    return list;
  }
}
