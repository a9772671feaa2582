package dev.fortnight.topic.github;

import dev.fortnight.programme.Programme;
import dev.fortnight.store.Database;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of its own that syncs and is halted after so many pages, as by kill -9. */
public final class SyncProcess {

  private SyncProcess() {}

  /**
   * @param arguments the API's address, the data folder, how many pages, whether to sweep
   */
  public static void main(String[] arguments) {
    AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[2]));
    SyncProgress progress =
        (repository, requests) -> {
          if (left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(9);
          }
        };
    Programme.Backlog.GitHub backlog =
        new Programme.Backlog.GitHub(
            List.of("council/shared"), Optional.of("research"), URI.create(arguments[0]));
    try (Database database = Database.open(Path.of(arguments[1]))) {
      new GitHubSync(
              backlog,
              GitHubCredentials.personal(Optional.empty()),
              database,
              Clock.systemUTC(),
              progress)
          .sync("shared-software", Boolean.parseBoolean(arguments[3]));
    }
  }
}
