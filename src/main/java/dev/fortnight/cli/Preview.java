package dev.fortnight.cli;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.web.PreviewState;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Builds at first and after each change, until the watch is closed. */
final class Preview {

  private static final Duration REHEARSALS = Duration.ofSeconds(3);
  private static final FolderWatch.Changes NOTHING = new FolderWatch.Changes(Set.of(), false);

  private final PreviewBuild build;
  private final PreviewState state;
  private final PreviewReport report;
  private final Clock clock;
  private boolean hasFailed;

  Preview(PreviewBuild build, PreviewState state, PreviewReport report, Clock clock) {
    this.build = build;
    this.state = state;
    this.report = report;
    this.clock = clock;
  }

  void run(FolderWatch watch) throws InterruptedException {
    try {
      rehearse(watch);
      while (true) {
        build(Optional.of(watch.next()));
      }
    } catch (ClosedWatchServiceException e) {
      // it was asked to end
      return;
    }
  }

  /**
   * Builds the same again and again for a while: what a first save waits for is mostly Java, which
   * reads code that it has not compiled yet.
   */
  private void rehearse(FolderWatch watch) throws InterruptedException {
    long end = System.nanoTime() + REHEARSALS.toNanos();
    while (!hasFailed && System.nanoTime() < end) {
      Optional<FolderWatch.Changes> changes = watch.poll();
      if (changes.isPresent()) {
        build(changes);
      } else {
        rehearse();
      }
    }
  }

  private void rehearse() {
    try {
      build.run(clock.instant(), Optional.of(NOTHING));
    } catch (ProblemException | UncheckedIOException e) {
      hasFailed = true; // the next build tells of it, if it lasts until then
    }
  }

  /**
   * @param changes since the build before; empty for the first
   */
  void build(Optional<FolderWatch.Changes> changes) {
    long start = System.nanoTime();
    try {
      // after a failure nobody knows what was read
      PreviewBuild.Outcome outcome =
          build.run(clock.instant(), hasFailed ? Optional.empty() : changes);
      hasFailed = false;
      state.built(outcome.problems(), outcome.address());
      report.built(outcome, System.nanoTime() - start);
    } catch (ProblemException e) {
      failed(e.getMessage(), e.remedy());
    } catch (UncheckedIOException e) {
      failed("files went away while they were read", "Save again once all are there.");
    }
  }

  private void failed(String what, String remedy) {
    hasFailed = true;
    Problem why = Problem.error("build", SourceLocation.file(ProgrammeReader.FILE), what, remedy);
    state.failed(why);
    report.failed(why);
  }
}
