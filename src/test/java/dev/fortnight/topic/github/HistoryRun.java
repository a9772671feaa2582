package dev.fortnight.topic.github;

import dev.fortnight.store.Database;
import dev.fortnight.store.DatabaseAddress;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A random history of two backlogs, with syncs between that hear of it by webhooks, fail, and are
 * killed. What it does depends on the seed only.
 */
final class HistoryRun implements AutoCloseable {

  private static final List<String> REPOSITORIES = List.of("council/shared", "county/tools");

  private final SimulatedGitHub github = new SimulatedGitHub();
  private final RandomHistory history;
  private final DatabaseAddress address;
  private final File log;
  private final SyncedProgramme programme;
  private final List<Delivery> sent = new ArrayList<>();
  private int syncs;
  private int kills;

  /**
   * @param folder there and empty; takes what killed processes print
   */
  HistoryRun(long seed, DatabaseAddress address, Path folder) {
    this.address = address;
    this.log = folder.resolve("log.txt").toFile();
    this.history =
        new RandomHistory(seed, github, REPOSITORIES.stream().map(github::repository).toList());
    this.programme =
        new SyncedProgramme(
            github,
            Database.open(address),
            Optional.of("research"),
            REPOSITORIES.toArray(String[]::new));
  }

  /** Lets so much happen, and syncs a last time with nothing in the way. */
  void run(int operations) throws InterruptedException {
    for (int i = 0; i < operations; i++) {
      history.step();
      sent.add(history.delivery());
      if (history.below(6) == 0) {
        sync(arrived(), history.below(8) == 0);
        programme.clock.pass(Duration.ofHours(history.below(2)));
      }
    }
    programme.clock.pass(Duration.ofHours(2));
    programme.synced(true);
  }

  String stored() {
    return programme.stored();
  }

  String held() {
    return programme.held();
  }

  int syncs() {
    return syncs;
  }

  int kills() {
    return kills;
  }

  /** Of the webhooks some get lost, some come twice, some only later, and none in order. */
  private List<Delivery> arrived() {
    history.shuffle(sent);
    int come = history.below(sent.size() + 1);
    List<Delivery> arrived = new ArrayList<>(sent.subList(0, come));
    arrived.addAll(sent.subList(0, history.below(come + 1)));
    sent.subList(0, history.below(come + 1)).clear();
    sent.removeIf(delivery -> history.below(3) == 0);
    return arrived;
  }

  /** Something may fail, people go on meanwhile, and the process may be killed. */
  private void sync(List<Delivery> arrived, boolean withSweep) throws InterruptedException {
    if (history.below(3) == 0) {
      github.fail(history.fault(), history.below(6));
    }
    IntConsumer people = history.below(3) == 0 ? number -> history.step() : number -> {};
    github.meanwhile(people);
    syncs++;
    switch (history.below(16)) {
      case 0 -> halted(arrived, withSweep, history.below(150));
      case 1 -> killed(arrived, withSweep, history.below(7), people);
      default -> {
        programme.take(arrived);
        programme.sync(withSweep);
      }
    }
    github.failNoMore();
    github.meanwhile(number -> {});
  }

  /** In the middle of what it stores. */
  private void halted(List<Delivery> arrived, boolean withSweep, int statement)
      throws InterruptedException {
    programme.database.close();
    await(process(arrived, withSweep).haltedBeforeStatement(1 + statement).start(log));
  }

  /** While it waits for an answer. */
  private void killed(List<Delivery> arrived, boolean withSweep, int request, IntConsumer people)
      throws InterruptedException {
    programme.database.close();
    int from = github.requests().size();
    Process[] process = new Process[1];
    synchronized (github) {
      github.meanwhile(
          number -> {
            people.accept(number);
            if (github.requests().size() == from + request) {
              process[0].destroyForcibly();
            }
          });
      process[0] = process(arrived, withSweep).start(log);
    }
    await(process[0]);
  }

  private SyncProcess process(List<Delivery> arrived, boolean withSweep) {
    return new SyncProcess(github.address(), address, REPOSITORIES)
        .taking(arrived)
        .at(programme.clock.instant())
        .withSweep(withSweep);
  }

  private void await(Process process) throws InterruptedException {
    kills += SyncProcess.wasHalted(process, log) ? 1 : 0;
    programme.database = Database.open(address);
  }

  @Override
  public void close() {
    programme.database.close();
    github.close();
  }
}
