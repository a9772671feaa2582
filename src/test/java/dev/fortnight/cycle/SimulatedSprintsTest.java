package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedSprintsTest {

  @TempDir Path folder;

  @Test
  void eachEditionIsPublicAndAnnouncedOnceAndInOrder() throws Exception {
    try (SimulatedSprints sprints = new SimulatedSprints(folder, 1, TestDatabase.H2)) {
      assertThat(sprints.run(4)).contains("4 editions, 4 announcements");
    }
  }
}
