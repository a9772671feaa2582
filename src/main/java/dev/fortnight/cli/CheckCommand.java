package dev.fortnight.cli;

import dev.fortnight.check.Checker;
import dev.fortnight.check.Snapshot;
import dev.fortnight.cycle.Collected;
import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fortnight check}. */
@Command(
    name = "check",
    description =
        "Says what is wrong with the notes, by file and line, and what to do. Errors keep a note"
            + " from being published, questions do until a reviewer has answered them, warnings do"
            + " not.",
    footer = {
      "",
      "As text, a problem shows its line, unless the line names somebody in the register of"
          + " participants or is part of an issue that cannot be read. Control characters show as ·."
          + " There are colours on a terminal only, and none where NO_COLOR is set or TERM is dumb.",
      "",
      "As JSON, it is {\"problems\": [{\"file\", \"line\", \"column\", \"start\", \"end\","
          + " \"severity\", \"check\", \"message\", \"remedy\"}]}. A file is named relative to the"
          + " programme's folder, an issue as topic and its number. Severity is error, question or"
          + " warning. A message has no full stop at its end, a remedy is a full sentence. Lines and columns"
          + " count from 1. Start and end are offsets in the file in code points, from 0, the end"
          + " exclusive; a byte order mark counts in them, and a line break as it is in the file."
          + " What is known by its line only spans that line without the white space around it. A"
          + " problem of a whole file has line 1, column 1, start 0 and end 0."
    })
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private SourceOptions source;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Files or folders, relative to here or to the programme's folder. Everything is checked,"
              + " but only problems in these are printed and counted (default: all).")
  private List<Path> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to print them: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format;

  @Override
  public Integer call() {
    Selection selection = selection();
    Collected collected = source.collect();
    Snapshot snapshot = collected.snapshot(CommandClock.from(System.getenv()).instant());
    Checker.Result result = Checker.check(snapshot);
    List<Problem> found = new ArrayList<>(collected.problems());
    found.addAll(result.problems());
    List<Problem> shown =
        found.stream()
            .filter(problem -> selection.includes(problem.location().file()))
            .sorted()
            .toList();
    PrintWriter out = command.commandLine().getOut();
    SourceFiles files = new SourceFiles(source.folder());
    switch (format) {
      case json -> out.println(Json.ofUntrusted(ProblemList.of(shown, files)));
      case text -> {
        PersonalLines personal = new PersonalLines(found, snapshot.search());
        Colours colours = Colours.of(System.console() != null, System.getenv());
        new ProblemPrinter(
                out,
                colours,
                problem ->
                    files.line(problem.location()).filter(line -> !personal.covers(problem, line)))
            .print(shown);
        Stream<String> notes = collected.notes().stream().map(Note::file);
        out.println(CheckSummary.of(notes.filter(selection::includes).toList(), shown));
      }
    }
    out.flush();
    return shown.stream().noneMatch(Problem::holdsBack) ? 0 : Fortnight.LEFT_OUT;
  }

  private Selection selection() {
    try {
      return new Selection(paths, source.folder());
    } catch (Selection.UnknownPathException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
