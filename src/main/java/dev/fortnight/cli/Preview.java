package dev.fortnight.cli;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.web.PreviewState;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.time.Clock;
import java.util.Optional;

/** Builds at first and after each change, until the watch is closed. */
final class Preview {

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
      while (true) {
        build(Optional.of(watch.next()));
      }
    } catch (ClosedWatchServiceException e) {
      // it was asked to end
      return;
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
