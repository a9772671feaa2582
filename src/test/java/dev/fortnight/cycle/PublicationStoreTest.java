package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class PublicationStoreTest {

  private static final Instant PUSHED = Instant.parse("2026-11-13T14:30:00Z");
  private static final String OLD = "0".repeat(64);
  private static final String NEW = "f".repeat(64);

  @Parameter TestDatabase kind;

  @TempDir Path folder;

  private Database database;
  private PublicationStore store;

  @BeforeEach
  void open() {
    database = kind.open(folder);
    store = PublicationStore.in(database, "research", "folder");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsTheLastOfEachTreeInTheOrderOfBytes() {
    PublicationRecord working = record("working", NEW);
    PublicationRecord tenth = record("edition/10", NEW);
    PublicationRecord odd = record("Edition", NEW);
    store.put(record("working", OLD));

    List.of(working, tenth, odd).forEach(store::put);

    assertThat(store.all()).containsExactly(odd, tenth, working);
    assertThat(store.hashes("working")).containsExactly(NEW);
    assertThat(PublicationStore.in(database, "another", "folder").all()).isEmpty();
  }

  @Test
  void whatCanBeReadSomewhereIsSaidOfThatContentAlone() {
    store.put(record("working", NEW));

    store.live(Set.of(record("working", OLD)), PUSHED.plusSeconds(1));
    assertThat(store.all()).containsExactly(record("working", NEW));

    store.live(Set.of(record("working", NEW)), PUSHED.plusSeconds(2));
    store.live(Set.of(record("working", NEW)), PUSHED.plusSeconds(3));
    assertThat(store.all())
        .extracting(PublicationRecord::liveAt)
        .containsExactly(Optional.of(PUSHED.plusSeconds(2)));
  }

  @Test
  void ofTwoThatPutTheSameAtOnceNeitherFails() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int number = 0; number < 20; number++) {
        PublicationRecord same = record("edition/" + number, NEW);
        Callable<Void> put =
            () -> {
              store.put(same);
              return null;
            };
        for (Future<Void> done : threads.invokeAll(List.of(put, put))) {
          done.get();
        }
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(store.all()).hasSize(20);
  }

  @Test
  void keepsWhatWasAllowedInEachPlaceUntilItIsForgotten() {
    store.allowance(Optional.of(OLD));
    store.allowance(Optional.of(NEW));
    assertThat(store.allowance()).contains(NEW);
    assertThat(PublicationStore.in(database, "research", "elsewhere").allowance()).isEmpty();

    store.allowance(Optional.empty());
    assertThat(store.allowance()).isEmpty();
  }

  private static PublicationRecord record(String tree, String hash) {
    return new PublicationRecord(tree, hash, "c0ffee", OLD, PUSHED, Optional.empty());
  }
}
