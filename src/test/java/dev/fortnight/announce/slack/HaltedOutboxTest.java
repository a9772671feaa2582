package dev.fortnight.announce.slack;

import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class HaltedOutboxTest {

  @Parameter TestDatabase kind;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
  void eachEditionIsToldOnceWhateverHappens(long seed) {
    try (HaltedOutbox outbox = new HaltedOutbox(kind.open(folder), seed)) {
      outbox.run();
    }
  }
}
