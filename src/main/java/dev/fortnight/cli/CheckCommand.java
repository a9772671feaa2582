package dev.fortnight.cli;

import dev.fortnight.check.Checker;
import dev.fortnight.check.Snapshot;
import dev.fortnight.cycle.Collected;
import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
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
          + " problem of a whole file has line 1, column 1, start 0 and end 0.",
      "",
      "As SARIF 2.1.0, for editors, a question has the level warning, and its severity in its"
          + " properties. For GitHub's log, an error is an error, a question a warning, and a"
          + " warning a notice. Both name files relative to the root of the git working tree, or to"
          + " the programme's folder where there is none.",
      "",
      "No format prints personal data that was found: a file whose name holds some is told by its"
          + " place among the files of its folder."
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
  private CheckFormat format;

  @ArgGroup private Part part;

  /** Which changes are asked about. */
  private static final class Part {

    @Option(
        names = "--staged",
        description =
            "Checks what git's index holds instead of the files, and prints and counts only"
                + " problems in what differs from the last commit: for the hook that 'fortnight new"
                + " hook' installs.")
    private boolean isStaged;

    @Option(
        names = "--changed-since",
        paramLabel = "REV",
        description =
            "Prints and counts only problems in lines that differ from where the branch left REV,"
                + " and in files as a whole if they have changed.")
    private String revision;
  }

  @Override
  public Integer call() {
    Selection selection = selection();
    try (CheckInput input = input()) {
      CheckReport report = input.isIdle() ? nothing(input) : report(input, selection);
      report.print(format, command.commandLine().getOut());
      return report.holdsBack() ? Fortnight.LEFT_OUT : 0;
    } catch (CheckInput.UnknownChangesException e) {
      throw new ParameterException(command.commandLine(), Visible.text(e.getMessage()), e);
    }
  }

  private CheckReport nothing(CheckInput input) {
    return report(List.of(), List.of(), input, Discretion.withNothingToHide(input.folder()));
  }

  private CheckReport report(CheckInput input, Selection selection) {
    Collected collected = source.collect(input.folder());
    Snapshot snapshot = collected.snapshot(CommandClock.from(System.getenv()).instant());
    List<Problem> found = new ArrayList<>(collected.problems());
    found.addAll(Checker.check(snapshot).problems());
    Discretion discretion = new Discretion(found, snapshot.search(), input.folder());
    List<Problem> asked =
        found.stream()
            .filter(problem -> selection.includes(problem.location().file()))
            .filter(input::includes)
            .toList();
    List<String> notes =
        collected.notes().stream()
            .map(Note::file)
            .filter(selection::includes)
            .filter(input::includes)
            .map(discretion::name)
            .toList();
    return report(discretion.of(asked), notes, input, discretion);
  }

  private CheckReport report(
      List<Problem> problems, List<String> notes, CheckInput input, Discretion discretion) {
    String none = part == null ? "There are no notes here." : "No notes have changed.";
    SourceFiles files = new SourceFiles(input.folder());
    return new CheckReport(problems, notes, none, discretion, files, source.folder());
  }

  private CheckInput input() throws CheckInput.UnknownChangesException {
    if (part == null) {
      return CheckInput.all(source.folder());
    }
    return part.isStaged
        ? CheckInput.staged(source.folder(), System.getenv())
        : CheckInput.since(part.revision, source.folder(), System.getenv());
  }

  private Selection selection() {
    try {
      return new Selection(paths, source.folder());
    } catch (Selection.UnknownPathException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
