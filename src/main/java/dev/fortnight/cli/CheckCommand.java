package dev.fortnight.cli;

import dev.fortnight.check.Checker;
import dev.fortnight.cycle.Collected;
import dev.fortnight.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fortnight check}. */
@Command(
    name = "check",
    description =
        "Says what is wrong with the notes, by file and line, and what to do. Errors keep a note"
            + " from being published, warnings do not.")
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private SourceOptions source;

  @Override
  public Integer call() {
    Collected collected = source.collect();
    Checker.Result result =
        Checker.check(collected.snapshot(CommandClock.from(System.getenv()).instant()));
    List<Problem> problems = new ArrayList<>(collected.problems());
    problems.addAll(result.problems());
    problems.sort(null);
    var out = command.commandLine().getOut();
    ProblemPrinter.print(problems, out);
    long errors = problems.stream().filter(Problem::isError).count();
    out.printf(
        "%d notes, %d errors, %d warnings%n",
        collected.notes().size(), errors, problems.size() - errors);
    return errors == 0 ? 0 : Fortnight.LEFT_OUT;
  }
}
