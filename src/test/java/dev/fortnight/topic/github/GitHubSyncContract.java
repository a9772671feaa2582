package dev.fortnight.topic.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.store.Database;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store holds after syncs; on whatever database it is given. */
abstract class GitHubSyncContract {

  @TempDir Path folder;

  private final SimulatedGitHub github = new SimulatedGitHub();
  private SimulatedRepository shared;
  private SyncedProgramme programme;

  abstract Database database(Path folder);

  @BeforeEach
  void open() {
    shared = github.repository("council/shared");
    programme =
        new SyncedProgramme(github, database(folder), Optional.of("research"), "council/shared");
  }

  @AfterEach
  void close() {
    programme.database.close();
    github.close();
  }

  private void fill(int topics) {
    for (int i = 1; i <= topics; i++) {
      int number = shared.create("Question " + i, "research");
      shared.comment(number, "grace", "Comment on " + i);
    }
  }

  @Test
  void firstSyncAsksForAsFewPagesAsThereAre() {
    fill(230);
    shared.create("No topic");
    shared.createPullRequest("A change", "research");

    SyncReport report = programme.synced(false);

    assertThat(programme.requestsFrom(0))
        .isEqualTo(
            Map.of(
                "200 /labels", 1,
                "200 /milestones", 1,
                "200 /issues", 3,
                "200 /issues/comments", 3));
    assertThat(report.requests().made()).isEqualTo(8);
    assertThat(report.requests().left()).contains(4992);
    assertThat(programme.stored()).isEqualTo(programme.held());
  }

  @Test
  void unchangedRepositoryCostsFourConditionalRequests() {
    fill(230);
    programme.synced(false);
    int before = github.requests().size();

    SyncReport report = programme.synced(false);

    assertThat(programme.requestsFrom(before))
        .isEqualTo(
            Map.of(
                "304 /labels", 1,
                "304 /milestones", 1,
                "304 /issues", 1,
                "304 /issues/comments", 1));
    assertThat(report.requests().made()).isEqualTo(4);
    assertThat(report.requests().unchanged()).isEqualTo(4);
    assertThat(report.hasChanged()).isFalse();
  }
}
