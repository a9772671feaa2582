package dev.fortnight.cli;

import dev.fortnight.check.Checker;
import dev.fortnight.check.Snapshot;
import dev.fortnight.cycle.Collected;
import dev.fortnight.problem.Problem;
import dev.fortnight.site.Built;
import dev.fortnight.site.FolderSink;
import dev.fortnight.site.SiteBuilder;
import dev.fortnight.site.Theme;
import dev.fortnight.site.Tree;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fortnight build}. */
@Command(
    name = "build",
    description = {
      "Builds the working site into a folder, without network or server.",
      "It holds what has consent and passes the checks, marked as unreviewed. Interviews with"
          + " public consent are in it too, unless programme.yml lists in publish.working what the"
          + " working site shows."
    })
final class BuildCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private SourceOptions source;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder to build into; what an earlier build left there is replaced.")
  private Path out;

  @Override
  public Integer call() {
    long start = System.nanoTime();
    Collected collected = source.collect();
    Snapshot snapshot = collected.snapshot(CommandClock.from(System.getenv()).instant());
    Checker.Result result = Checker.check(shown(snapshot));
    FolderSink sink = FolderSink.open(out, source.folder());
    Built built =
        SiteBuilder.build(
            result.research(), Theme.of(source.folder()), new Tree.Working(false), sink);
    sink.finish();
    List<Problem> problems = new ArrayList<>(collected.problems());
    problems.addAll(result.problems());
    problems.addAll(built.problems());
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Problem> shown = new Discretion(problems, snapshot.search(), source.folder()).of(problems);
    return report(collected.notes().size(), shown, built.pages(), seconds);
  }

  private static Snapshot shown(Snapshot snapshot) {
    return snapshot
        .programme()
        .publication()
        .working()
        .map(shown -> snapshot.showing(note -> shown.contains(note.kind().folder())))
        .orElse(snapshot);
  }

  private int report(int notes, List<Problem> problems, int pages, double seconds) {
    PrintWriter err = command.commandLine().getErr();
    List<Problem> holding = problems.stream().filter(Problem::holdsBack).toList();
    ProblemPrinter.withoutSource(err).print(holding);
    int warnings = problems.size() - holding.size();
    if (warnings > 0) {
      err.println(Counts.of(warnings, "warning", "warnings") + "; see 'fortnight check'");
    }
    command
        .commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s, %d with problems, %s, %.1f s%n",
            Counts.of(notes, "note", "notes"),
            CheckSummary.files(problems).size(),
            Counts.of(pages, "page", "pages"),
            seconds);
    return holding.isEmpty() ? 0 : Fortnight.LEFT_OUT;
  }
}
