package dev.fortnight.cli;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Prints problems for people: by file, each with its line, what is wrong, and the remedy last. */
final class ProblemPrinter {

  private final boolean isShowing;
  private final PrintWriter out;
  private final Colours colours;
  private final Function<Problem, Optional<SourceLine>> source;

  /**
   * @param source the line to show for a problem; empty for none
   */
  ProblemPrinter(PrintWriter out, Colours colours, Function<Problem, Optional<SourceLine>> source) {
    this(out, colours, source, true);
  }

  private ProblemPrinter(
      PrintWriter out,
      Colours colours,
      Function<Problem, Optional<SourceLine>> source,
      boolean isShowing) {
    this.isShowing = isShowing;
    this.out = out;
    this.colours = colours;
    this.source = source;
  }

  /** Prints them without the lines they are about. */
  static ProblemPrinter withoutSource(PrintWriter out) {
    return new ProblemPrinter(out, Colours.NONE, problem -> Optional.empty(), false);
  }

  /**
   * @param problems in the order of their files
   */
  void print(List<Problem> problems) {
    String file = null;
    for (Problem problem : problems) {
      if (!problem.location().file().equals(file)) {
        file = problem.location().file();
        out.println(colours.heading(Visible.text(file)));
      }
      print(problem);
      out.println();
    }
  }

  private void print(Problem problem) {
    Optional<SourceLine> shown = source.apply(problem);
    boolean isHidden = shown.isEmpty() && isShowing;
    out.println(
        "  " + colours.severity(problem.severity(), severity(problem)) + place(problem, isHidden));
    shown
        .filter(line -> !line.isBlank())
        .map(line -> Excerpt.of(line, Extent.of(problem.location(), Optional.of(line))))
        .ifPresent(
            excerpt -> {
              out.println("    " + excerpt.text());
              out.println("    " + colours.severity(problem.severity(), excerpt.carets()));
            });
    out.println("    " + Visible.text(problem.what()) + ".");
    out.println("    " + Visible.text(problem.remedy()));
  }

  static String severity(Problem problem) {
    return problem.severity().name().toLowerCase(Locale.ROOT);
  }

  /** Where a line is not shown, its column is said, so that places in it can be told apart. */
  private static String place(Problem problem, boolean isHidden) {
    SourceLocation location = problem.location();
    String column =
        location
            .columns()
            .filter(columns -> isHidden)
            .map(columns -> ", column " + columns.first())
            .orElse("");
    String line = location.line() == 0 ? "" : ", line " + location.line() + column;
    return line + " (" + problem.check() + ")";
  }
}
