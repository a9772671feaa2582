package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.topic.github.Requests;
import dev.fortnight.topic.github.SyncOutcome;
import dev.fortnight.topic.github.SyncReport;
import java.io.PrintWriter;
import java.util.List;

/** What a sync with GitHub says on the terminal. */
final class SyncLines {

  private final PrintWriter err;

  SyncLines(PrintWriter err) {
    this.err = err;
  }

  void printCost(PrintWriter out, SyncReport report) {
    Requests requests = report.requests();
    StringBuilder line = new StringBuilder(count(requests.made()));
    if (requests.unchanged() > 0) {
      line.append(", ").append(requests.unchanged()).append(" of them answered 304");
    }
    requests.left().ifPresent(left -> line.append("; rate limit left: ").append(left));
    out.println(line);
    out.flush();
  }

  static String count(int requests) {
    return requests + (requests == 1 ? " request" : " requests");
  }

  /**
   * @throws ProblemException for the last of several failures; those before it are printed
   */
  void endWith(List<ProblemException> failures) {
    for (int i = 0; i < failures.size() - 1; i++) {
      err.println("fortnight: " + Visible.text(failures.get(i).advice()));
    }
    if (!failures.isEmpty()) {
      throw failures.get(failures.size() - 1);
    }
  }

  /** Why a sync ended before it was through. */
  ProblemException ended(SyncOutcome outcome, boolean withToken) {
    if (outcome instanceof SyncOutcome.Paused paused) {
      return new ProblemException(
          "GitHub's rate limit is used up; the sync can go on at " + paused.resumeAt(),
          "Run this again after that time"
              + (withToken
                  ? "."
                  : ", or set FORTNIGHT_GITHUB_TOKEN: with a token GitHub answers 5,000 requests an"
                      + " hour instead of 60."));
    }
    return new ProblemException(
        "another sync of this programme is running", "Wait until it is through.");
  }
}
