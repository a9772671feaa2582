package dev.fortnight.topic.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever happens, in whatever order, with whatever going wrong: after a last sync with a sweep
 * the store holds what GitHub holds, and nothing that was written holds the token.
 */
class RandomHistoryTest {

  private static final int OPERATIONS = 120;

  private static final AtomicInteger KILLS = new AtomicInteger();

  @TempDir Path folder;

  /** Where a killed process stands is a matter of time, so one history may be without. */
  @AfterAll
  static void someSyncsWereKilled() {
    assertThat(KILLS.get()).isPositive();
  }

  @ParameterizedTest(name = "seed {0} on {1}")
  @CsvSource({"1, H2", "2, H2", "4, POSTGRESQL"})
  void storeEqualsGitHubAfterTheLastSync(long seed, TestDatabase database) throws Exception {
    run(seed, OPERATIONS, database, folder);
  }

  /**
   * By hand.
   *
   * @param arguments seed, number of operations, a folder that is there and empty, and the database
   *     if it is not to be H2
   */
  public static void main(String[] arguments) throws Exception {
    TestDatabase database = TestDatabase.valueOf(arguments.length > 3 ? arguments[3] : "H2");
    String what =
        run(
            Long.parseLong(arguments[0]),
            Integer.parseInt(arguments[1]),
            database,
            Path.of(arguments[2]));
    System.out.println("seed " + arguments[0] + ": the store equals GitHub, after " + what);
    System.exit(0); // PostgreSQL's threads would keep it going
  }

  private static String run(long seed, int operations, TestDatabase database, Path folder)
      throws InterruptedException, IOException {
    String what;
    try (HistoryRun run = new HistoryRun(seed, database.address(folder), folder)) {
      run.run(operations);
      what = run.syncs() + " syncs, " + run.kills() + " of them killed";
      assertThat(run.stored()).as("seed %d, %s", seed, what).isEqualTo(run.held());
      KILLS.addAndGet(run.kills());
    }
    assertThat(withToken(folder)).as("seed %d", seed).isEmpty();
    return what;
  }

  /** The files that hold the token: the database's own, and what killed processes printed. */
  private static List<Path> withToken(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(RandomHistoryTest::holdsToken).toList();
    }
  }

  private static boolean holdsToken(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(SyncedProgramme.TOKEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
