package dev.fortnight.cli;

import dev.fortnight.problem.Problem;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells on the terminal what each build came to, and of problems only what is new. */
final class PreviewReport {

  private static final double NANOS = 1e9;

  private final PrintWriter out;
  private final PrintWriter err;
  private Set<Problem> told = Set.of();

  PreviewReport(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  void built(PreviewBuild.Outcome outcome, long nanos) {
    Set<Problem> now = new LinkedHashSet<>(outcome.problems());
    List<Problem> more = now.stream().filter(problem -> !told.contains(problem)).toList();
    long gone = told.stream().filter(problem -> !now.contains(problem)).count();
    ProblemPrinter.withoutSource(err).print(more);
    out.printf(
        Locale.ROOT,
        "%s made, %d reused, %s%s, %.2f s%n",
        Counts.of(outcome.made(), "page", "pages"),
        outcome.pages() - outcome.made(),
        Counts.of(now.size(), "problem", "problems"),
        gone == 0 ? "" : " (" + gone + " gone)",
        nanos / NANOS);
    out.flush();
    err.flush();
    told = now;
  }

  void failed(Problem why) {
    err.println(Visible.text(why.what()) + ". " + Visible.text(why.remedy()));
    err.println("What was built before is still shown.");
    err.flush();
  }
}
