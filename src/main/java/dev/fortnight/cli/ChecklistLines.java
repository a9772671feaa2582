package dev.fortnight.cli;

import dev.fortnight.edition.Checklist;
import dev.fortnight.edition.Review;
import dev.fortnight.problem.Problem;
import java.io.PrintWriter;

/** Prints what has to hold before an edition is signed off. */
final class ChecklistLines {

  private ChecklistLines() {}

  /** Each kind in a line. */
  static void summarise(Checklist checklist, PrintWriter out) {
    out.printf("%nBefore signing off:%n");
    for (Checklist.Line line : checklist.lines()) {
      out.printf(
          "  %-14s  %s%s%n",
          line.kind().words(),
          line.holds() ? "holds" : Counts.of(line.blocking().size(), "problem", "problems"),
          line.leftOut() == 0
              ? ""
              : ", " + Counts.of(line.leftOut(), "file is", "files are") + " left out");
    }
  }

  /** What blocks, with what to do. */
  static void print(Checklist checklist, Review review, ReviewOptions options, PrintWriter out) {
    for (Checklist.Line line : checklist.lines()) {
      for (Checklist.Point point : line.blocking()) {
        Problem problem = point.problem();
        out.println(options.place(review, point) + ": " + ReviewListCommand.said(problem));
        out.println("  " + Visible.text(problem.remedy()));
      }
    }
  }
}
