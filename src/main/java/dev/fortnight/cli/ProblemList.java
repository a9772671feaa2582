package dev.fortnight.cli;

import dev.fortnight.problem.Problem;
import java.util.List;

/**
 * Problems for programs, as {@code fortnight check --format json} prints them.
 *
 * @param problems by file, then line
 */
record ProblemList(List<Entry> problems) {

  /**
   * One problem.
   *
   * @param file relative to the programme's folder, or {@code topic} and its number
   * @param line from 1; 1 for a whole file
   * @param column from 1, in code points
   * @param start where its place begins in the file, in code points from 0
   * @param end where it ends, exclusive
   * @param severity {@code error} or {@code warning}
   * @param message without a full stop
   * @param remedy a full sentence
   */
  record Entry(
      String file,
      int line,
      int column,
      int start,
      int end,
      String severity,
      String check,
      String message,
      String remedy) {

    private static Entry of(Problem problem, SourceFiles files) {
      Extent extent = Extent.of(problem.location(), files.line(problem.location()));
      return new Entry(
          problem.location().file(),
          extent.line(),
          extent.column(),
          extent.start(),
          extent.end(),
          ProblemPrinter.severity(problem),
          problem.check(),
          problem.what(),
          problem.remedy());
    }
  }

  static ProblemList of(List<Problem> problems, SourceFiles files) {
    return new ProblemList(problems.stream().map(problem -> Entry.of(problem, files)).toList());
  }
}
