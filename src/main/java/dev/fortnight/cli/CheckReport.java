package dev.fortnight.cli;

import dev.fortnight.problem.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * What a check has found, in the form that people or programs read.
 *
 * @param problems those that are shown, by file
 * @param notes the files of the notes that are counted
 * @param none what to say where there are no notes
 * @param programme the programme's folder
 */
record CheckReport(
    List<Problem> problems,
    List<String> notes,
    String none,
    Discretion discretion,
    SourceFiles files,
    Path programme) {

  void print(CheckFormat format, PrintWriter out) {
    switch (format) {
      case text -> {
        Colours colours = Colours.of(System.console() != null, System.getenv());
        new ProblemPrinter(
                out,
                colours,
                problem ->
                    files.line(problem.location()).filter(line -> !discretion.hides(problem, line)))
            .print(problems);
        out.println(summary());
      }
      case json -> out.println(Json.ofUntrusted(ProblemList.of(problems, files)));
      case sarif ->
          out.println(Json.ofUntrusted(SarifLog.of(problems, files, SourceRoot.of(programme))));
      case github -> {
        GitHubCommands commands = new GitHubCommands(files, SourceRoot.of(programme));
        problems.forEach(problem -> out.println(commands.of(problem)));
        out.println(summary());
      }
    }
    out.flush();
  }

  private String summary() {
    return CheckSummary.of(notes, problems, none);
  }

  /** Whether something is left out because of what was found. */
  boolean holdsBack() {
    return problems.stream().anyMatch(Problem::holdsBack);
  }
}
