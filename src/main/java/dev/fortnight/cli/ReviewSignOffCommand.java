package dev.fortnight.cli;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.Checklist;
import dev.fortnight.edition.DecidedReview;
import dev.fortnight.edition.Decider;
import dev.fortnight.edition.DraftEdition;
import dev.fortnight.edition.Introduction;
import dev.fortnight.edition.Outlook;
import dev.fortnight.edition.Review;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.site.Tree;
import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fortnight review sign-off}. */
@Command(
    name = "sign-off",
    mixinStandardHelpOptions = true,
    description =
        "Signs the sprint's edition off: what is approved becomes an edition that is never changed"
            + " again. Nothing may be open.")
final class ReviewSignOffCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private ReviewOptions options;
  @Mixin private ApproverOption approver;

  @Option(names = "--yes", description = "Signs without asking; needed where nobody can answer.")
  private boolean yes;

  @Option(
      names = "--introduction",
      paramLabel = "TEXT",
      description =
          "How the announcement begins, in at most 500 characters. Left out, it begins with what was"
              + " learned.")
  private String introduction;

  @Override
  public Integer call() {
    String by = approver.name();
    Console console = System.console();
    if (!yes && console == null) {
      throw new ParameterException(
          command.commandLine(), "Nobody can be asked here. Sign with --yes.");
    }
    return options.in(cycle -> signOff(cycle, by, console));
  }

  private int signOff(Cycle cycle, String by, Console console) {
    PrintWriter out = command.commandLine().getOut();
    cycle.editionOfSprint().ifPresent(this::refuseSecond);
    DecidedReview decided = decided(cycle.review()).introduced(Introduction.of(introduction));
    DraftEdition draft = draft(cycle, decided, by);
    Outlook outlook = draft.outlook();
    print(decided.review(), outlook, out);
    refuseUnsound(cycle.checklist(draft), decided.review(), out);
    out.println(
        "Subscribers will read: "
            + Visible.text(cycle.announcement(draft).messages().get(0).text()));
    out.flush();
    if (!yes && !isYes(console.readLine("Sign edition %d off? [y/N] ", outlook.number()))) {
      out.println("Nothing was signed.");
      out.flush();
      return 0;
    }
    int missing = cycle.endorse(decided, Decider.named(by));
    if (missing > 0) {
      out.println(
          "Signed by "
              + Visible.text(by)
              + "; the edition needs "
              + Counts.of(missing, "more owner", "more owners")
              + " to sign the same.");
      out.flush();
      return 0;
    }
    ApprovedEdition edition = cycle.signOff(decided, by);
    out.println("Edition " + edition.number() + " is signed off by " + Visible.text(by) + ".");
    cycle
        .undoWindow()
        .map(window -> Waiting.line(window, cycle.newest().programme().cycle().zone()))
        .ifPresent(line -> out.println("E" + line.substring(1) + "."));
    out.println("'fortnight publish' publishes it; 'fortnight serve' does so by itself.");
    out.flush();
    return 0;
  }

  /** A name or an introduction that cannot be shown is for whoever gave it to mend. */
  private DraftEdition draft(Cycle cycle, DecidedReview decided, String by) {
    try {
      return cycle.draft(decided, by);
    } catch (ProblemException e) {
      throw new ParameterException(command.commandLine(), e.advice(), e);
    }
  }

  private void refuseUnsound(Checklist checklist, Review review, PrintWriter out) {
    if (checklist.blocking() > 0) {
      ChecklistLines.print(checklist, review, options, out);
      out.flush();
      throw new ParameterException(
          command.commandLine(),
          Counts.of(checklist.blocking(), "problem keeps", "problems keep")
              + " the edition from being signed off. Mend what is said above, or hold those items.");
    }
  }

  private void refuseSecond(int edition) {
    throw new ParameterException(
        command.commandLine(),
        "This sprint has its edition already: edition "
            + edition
            + ". What changes now comes with the next sprint's.");
  }

  /** What is open is for whoever decides to do, not a broken environment. */
  private DecidedReview decided(Review review) {
    try {
      return review.decided();
    } catch (ProblemException e) {
      throw new ParameterException(
          command.commandLine(), e.advice() + " See 'fortnight review list'.", e);
    }
  }

  private static boolean isYes(String answer) {
    return answer != null && answer.strip().matches("(?i)y|yes");
  }

  private void print(Review review, Outlook outlook, PrintWriter out) {
    Tree.Difference difference = outlook.difference();
    out.printf(
        "Edition %d: %d new, %d changed, %d gone%s%n",
        outlook.number(),
        difference.added().size(),
        difference.changed().size(),
        difference.removed().size(),
        difference.since().map(number -> " since edition " + number).orElse(""));
    difference.headlines().forEach(headline -> out.println("  " + Visible.text(headline.text())));
    for (Review.Entry held : review.held()) {
      out.println("Held: " + options.place(held));
    }
    outlook
        .withheld()
        .forEach(
            one ->
                out.println(
                    "research/"
                        + Visible.text(one.finding())
                        + " cites "
                        + Visible.text(one.evidence())
                        + ", which is not in the edition, so the quotation is withheld."));
    if (!review.waivers().isEmpty()) {
      out.println(
          Counts.of(review.waivers().size(), "waiver lets", "waivers let")
              + " personal data pass; 'fortnight review list' shows them.");
    }
    out.flush();
  }
}
