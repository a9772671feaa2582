package dev.fortnight.topic.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens, in whatever order, with whatever going wrong: after a last sync with a sweep
 * the store holds what GitHub holds.
 */
class RandomHistoryTest {

  private static final int OPERATIONS = 150;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void storeEqualsGitHubAfterTheLastSync(long seed) {
    run(seed, OPERATIONS, folder);
  }

  /**
   * By hand: seed, number of operations, and a folder that is there and empty.
   *
   * @param arguments those three
   */
  public static void main(String[] arguments) {
    run(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
    System.out.println("seed " + arguments[0] + ": the store equals GitHub");
  }

  private static void run(long seed, int operations, Path folder) {
    try (SimulatedGitHub github = new SimulatedGitHub();
        Database database = Database.open(folder)) {
      List<SimulatedRepository> repositories =
          List.of(github.repository("council/shared"), github.repository("county/tools"));
      RandomHistory history = new RandomHistory(seed, github, repositories);
      SyncedProgramme programme =
          new SyncedProgramme(
              github, database, Optional.of("research"), "council/shared", "county/tools");
      List<Delivery> sent = new ArrayList<>();
      for (int i = 0; i < operations; i++) {
        history.step();
        sent.add(history.delivery());
        if (history.below(6) == 0) {
          deliver(history, sent, programme);
          disturb(history, github);
          programme.sync(history.below(8) == 0);
          github.failNoMore();
          github.meanwhile(number -> {});
          programme.clock.pass(Duration.ofHours(history.below(2)));
        }
      }
      programme.clock.pass(Duration.ofHours(2));
      programme.synced(true);

      assertThat(programme.stored()).as("seed %d", seed).isEqualTo(programme.held());
    }
  }

  /** Of the webhooks some get lost, some come twice, some only later, and none in order. */
  private static void deliver(
      RandomHistory history, List<Delivery> sent, SyncedProgramme programme) {
    history.shuffle(sent);
    int come = history.below(sent.size() + 1);
    List<Delivery> arrived = new ArrayList<>(sent.subList(0, come));
    arrived.addAll(sent.subList(0, history.below(come + 1)));
    programme.take(arrived);
    sent.subList(0, history.below(come + 1)).clear();
    sent.removeIf(delivery -> history.below(3) == 0);
  }

  /** Something may fail, and people go on meanwhile. */
  private static void disturb(RandomHistory history, SimulatedGitHub github) {
    if (history.below(3) == 0) {
      github.fail(history.fault(), history.below(6));
    }
    if (history.below(3) == 0) {
      github.meanwhile(number -> history.step());
    }
  }
}
