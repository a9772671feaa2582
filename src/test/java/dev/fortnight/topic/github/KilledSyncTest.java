package dev.fortnight.topic.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.store.Database;
import dev.fortnight.store.DatabaseAddress;
import dev.fortnight.store.TestDatabase;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
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
    assertThat(isKilledAfter(2, false)).isTrue();
    int killed = github.requests().size();
    shared.edit(3, "Edited after the first kill", "");
    shared.delete(5);
    assertThat(isKilledAfter(3, false)).isTrue();
    shared.edit(200, "Edited after the second kill", "");
    assertThat(isKilledAfter(2, true)).isTrue();

    try (Database database = TestDatabase.H2.open(folder)) {
      SyncedProgramme programme =
          new SyncedProgramme(github, database, Optional.of("research"), "council/shared");
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

  private boolean isKilledAfter(int pages, boolean withSweep) throws Exception {
    File log = folder.resolve("log").toFile();
    return SyncProcess.wasHalted(
        new SyncProcess(
                github.address(), new DatabaseAddress.Embedded(folder), List.of("council/shared"))
            .withSweep(withSweep)
            .haltedAfterPage(pages)
            .start(log),
        log);
  }
}
