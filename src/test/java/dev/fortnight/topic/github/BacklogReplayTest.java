package dev.fortnight.topic.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fortnight.store.Database;
import dev.fortnight.topic.FileTopicSource;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Syncs backlogs of real research, which are not part of this repository: {@code
 * -Dfortnight.backlogs=FOLDER} names a folder of {@code *.archive.json}, which the simulator shows
 * as GitHub would. What comes of it is compared with the same archive read as an export.
 */
@EnabledIfSystemProperty(named = "fortnight.backlogs", matches = ".+")
class BacklogReplayTest {

  static Stream<Path> archives() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of(System.getProperty("fortnight.backlogs")))) {
      return paths
          .filter(path -> path.toString().endsWith(".archive.json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("archives")
  void aBacklogIsTheSameSyncedOrReadFromAFile(Path archive, @TempDir Path data) throws Exception {
    JsonNode json = new ObjectMapper().readTree(archive.toFile());
    String repository = json.path("repo").asText();
    try (SimulatedGitHub github = new SimulatedGitHub();
        Database database = Database.open(data)) {
      github.repository(repository).load(json);
      SyncedProgramme programme =
          new SyncedProgramme(github, database, Optional.empty(), repository);

      programme.synced(false);
      SyncReport again = programme.synced(true);

      assertThat(again.hasChanged()).isFalse();
      assertThat(read(TopicStore.in(database).topics(SyncedProgramme.ID)))
          .isEqualTo(read(new FileTopicSource(data, archive, Optional.empty()).topics().topics()));
      assertThat(comments(programme.backlog().issues(repository))).isEqualTo(comments(json));
    }
  }

  private static List<List<Object>> read(List<Topic> topics) {
    return topics.stream()
        .map(
            topic ->
                List.<Object>of(
                    topic.slug(),
                    topic.title(),
                    topic.body(),
                    topic.state(),
                    topic.labels().stream().sorted().toList(),
                    topic.openedAt(),
                    topic.closedAt()))
        .toList();
  }

  private static long comments(List<StoredIssue> issues) {
    return issues.stream().mapToLong(issue -> issue.comments().size()).sum();
  }

  private static long comments(JsonNode archive) {
    long count = 0;
    for (JsonNode issue : archive.path("issues")) {
      count += issue.path("comments").size();
    }
    return count;
  }
}
