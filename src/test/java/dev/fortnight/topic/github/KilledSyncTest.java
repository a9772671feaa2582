package dev.fortnight.topic.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.store.Database;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Syncs that are killed at a page, each in a process of its own. */
@Timeout(300)
class KilledSyncTest {

  @TempDir Path folder;

  private final SimulatedGitHub github = new SimulatedGitHub();
  private final SimulatedRepository shared = github.repository("council/shared");

  @AfterEach
  void close() {
    github.close();
  }

  @Test
  void eachSyncGoesOnWhereTheOneBeforeWasKilled() throws Exception {
    for (int i = 1; i <= 350; i++) {
      int number = shared.create("Question " + i, "research");
      shared.comment(number, "grace", "Comment on " + i);
    }
    assertThat(killedAfter(2, false)).isEqualTo(9);
    int killed = github.requests().size();
    shared.edit(3, "Edited after the first kill", "");
    shared.delete(5);
    assertThat(killedAfter(3, false)).isEqualTo(9);
    shared.edit(200, "Edited after the second kill", "");
    assertThat(killedAfter(2, true)).isEqualTo(9);

    try (Database database = Database.open(folder)) {
      SyncedProgramme programme =
          new SyncedProgramme(github, database, Optional.of("research"), "council/shared");
      programme.token = Optional.empty();
      programme.synced(false);
      assertThat(github.requests().subList(killed, github.requests().size()))
          .extracting(SimulatedGitHub.Request::target)
          .filteredOn(target -> target.startsWith("/repos/council/shared/issues?"))
          .isNotEmpty()
          .allMatch(target -> target.contains("since="));
      programme.synced(true);
      assertThat(programme.stored()).isEqualTo(programme.held());
    }
  }

  private int killedAfter(int pages, boolean withSweep) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SyncProcess.class.getName(),
            github.address().toString(),
            folder.toString(),
            String.valueOf(pages),
            String.valueOf(withSweep))
        .redirectError(new File("/dev/null"))
        .redirectOutput(new File("/dev/null"))
        .start()
        .waitFor();
  }
}
