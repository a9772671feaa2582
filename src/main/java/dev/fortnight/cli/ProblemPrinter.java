package dev.fortnight.cli;

import dev.fortnight.problem.Problem;
import java.io.PrintWriter;
import java.util.List;

/** Prints problems, one a line. */
final class ProblemPrinter {

  private ProblemPrinter() {}

  static void print(List<Problem> problems, PrintWriter out) {
    for (Problem problem : problems) {
      out.println((problem.isError() ? "error   " : "warning ") + problem);
    }
  }

  /** How many files the problems are in. */
  static long files(List<Problem> problems) {
    return problems.stream().map(problem -> problem.location().file()).distinct().count();
  }
}
