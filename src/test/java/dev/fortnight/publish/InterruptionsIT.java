package dev.fortnight.publish;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens between two steps, what is public is whole and nothing is lost. */
class InterruptionsIT {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void branchIsWholeAfterEachInterruption(long seed) throws Exception {
    Interruptions.ofBranch(folder, seed, false);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void folderIsWholeAfterEachInterruption(long seed) throws Exception {
    Interruptions.ofFolder(folder, seed, false);
  }
}
