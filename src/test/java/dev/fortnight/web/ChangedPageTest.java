package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.SetClock;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.store.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedPageTest {

  @Test
  void namesTheTopicsOfThisSprintThatAreGone(@TempDir Path folder) throws Exception {
    SmallProgramme programme = SmallProgramme.in(folder.resolve("programme"));
    programme.describe("backlog: {file: backlog.json}\n");
    programme.write(
        "backlog.json",
        """
        [{"number": 3, "tombstone": {"at": "2026-11-12T09:00:00Z", "reason": "deleted"}},
         {"number": 2, "tombstone": {"at": "2026-10-30T09:00:00Z", "reason": "deleted"}}]
        """);

    try (Database database = Database.open(folder.resolve("data"))) {
      ChangedPage page =
          ChangedPage.of(programme.cycle(database, new SetClock("2026-11-13T14:30:00Z")));

      assertThat(page.removed())
          .containsExactly("Topic 3 was removed on 12 November 2026: it was deleted on GitHub.");
    }
  }
}
