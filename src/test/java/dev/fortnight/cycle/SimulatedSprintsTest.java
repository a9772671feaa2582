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
      assertThat(sprints.run(10)).contains("10 editions, 10 announcements");
    }
  }
}
