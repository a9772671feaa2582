package dev.fortnight.cli;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Checker;
import dev.fortnight.check.Snapshot;
import dev.fortnight.cycle.Collected;
import dev.fortnight.cycle.CollectorMemory;
import dev.fortnight.problem.Problem;
import dev.fortnight.site.Built;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a build without review may show, and what there is to say of the rest. */
final class ShownResearch {

  private final Collected collected;
  private final Snapshot snapshot;
  private final Checker.Result result;
  private final Path folder;
  private final NamingTexts naming;

  private ShownResearch(
      Collected collected,
      Snapshot snapshot,
      Checker.Result result,
      Path folder,
      NamingTexts naming) {
    this.naming = naming;
    this.collected = collected;
    this.snapshot = snapshot;
    this.result = result;
    this.folder = folder;
  }

  static ShownResearch of(SourceOptions source) {
    return of(source, CommandClock.from(System.getenv()).instant());
  }

  /**
   * @param now what consent and dates are measured against
   */
  static ShownResearch of(SourceOptions source, Instant now) {
    return of(source.collect(), now, source.folder());
  }

  /** The same of what was collected. */
  static ShownResearch of(Collected collected, Instant now, Path folder) {
    Snapshot snapshot = collected.snapshot(now);
    return new ShownResearch(
        collected, snapshot, Checker.check(shown(snapshot)), folder, new NamingTexts());
  }

  /**
   * The same of what was collected and checked before.
   *
   * @param naming as the time before left it
   */
  static ShownResearch again(
      Collected collected, Instant now, CollectorMemory memory, Path folder, NamingTexts naming) {
    Snapshot snapshot = collected.snapshot(now);
    Checker.Result result = Checker.check(shown(snapshot), memory.checks());
    return new ShownResearch(collected, snapshot, result, folder, naming);
  }

  private static Snapshot shown(Snapshot snapshot) {
    return snapshot
        .programme()
        .publication()
        .working()
        .map(shown -> snapshot.showing(note -> shown.contains(note.kind().folder())))
        .orElse(snapshot);
  }

  CheckedResearch research() {
    return result.research();
  }

  int notes() {
    return collected.notes().size();
  }

  /** All problems, without what must not be repeated. */
  List<Problem> problems(Built built) {
    List<Problem> problems = new ArrayList<>(collected.problems());
    problems.addAll(result.problems());
    problems.addAll(built.problems());
    return new Discretion(problems, snapshot.search(), folder, naming).of(problems);
  }

  /** As {@link #report(List, PrintWriter)}. */
  boolean report(Built built, PrintWriter err) {
    return report(problems(built), err);
  }

  /**
   * Prints what was left out and why.
   *
   * @return whether nothing was
   */
  static boolean report(List<Problem> problems, PrintWriter err) {
    List<Problem> holding = problems.stream().filter(Problem::holdsBack).toList();
    ProblemPrinter.withoutSource(err).print(holding);
    int warnings = problems.size() - holding.size();
    if (warnings > 0) {
      err.println(Counts.of(warnings, "warning", "warnings") + "; see 'fortnight check'");
    }
    return holding.isEmpty();
  }
}
