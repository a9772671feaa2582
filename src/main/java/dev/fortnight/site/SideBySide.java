package dev.fortnight.site;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Does what takes long on all processors. */
final class SideBySide {

  private SideBySide() {}

  /**
   * Waits for all jobs, also where one fails: none may be at work when what it writes to is closed.
   *
   * @throws RuntimeException of the first job that failed; those of others are suppressed in it
   */
  static void run(Runnable... jobs) {
    Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    Stream.of(jobs)
        .parallel()
        .forEach(
            job -> {
              try {
                job.run();
              } catch (RuntimeException e) {
                failures.add(e);
              }
            });
    if (!failures.isEmpty()) {
      RuntimeException first = failures.remove();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }
}
