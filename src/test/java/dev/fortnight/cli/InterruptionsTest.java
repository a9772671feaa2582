package dev.fortnight.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionsTest {

  @TempDir Path folder;

  @Test
  void buildsThatAreKilledLeaveWholePagesAndATreeThatTheNextRepairs() throws Exception {
    new Interruptions(folder, 1).survive(12);
  }
}
