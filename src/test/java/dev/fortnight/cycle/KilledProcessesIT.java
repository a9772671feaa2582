package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessesIT {

  @TempDir Path folder;

  @Test
  void editionWhosePublicationWasKilledIsPublishedAndAnnouncedOnceByTheOtherProcess()
      throws Exception {
    assertThat(KilledProcesses.kill(folder, Step.EDITION, 9)).isPositive();
  }
}
