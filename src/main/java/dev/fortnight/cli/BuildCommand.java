package dev.fortnight.cli;

import dev.fortnight.site.Explanation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fortnight build}. */
@Command(
    name = "build",
    description = {
      "Builds the working site into a folder, without network or server. What an earlier build left"
          + " there and would be the same stays as it is; .fortnight/ remembers what that is, and can"
          + " be deleted at any time.",
      "It holds what has consent and passes the checks, marked as unreviewed. Interviews with"
          + " public consent are in it too, unless programme.yml lists in publish.working what the"
          + " working site shows."
    })
final class BuildCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private SourceOptions source;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder to build into; what an earlier build left there is replaced.")
  private Path out;

  @Option(
      names = "--explain",
      paramLabel = "PAGE",
      description =
          "Prints why a page was made or left as it was, and what it depends on. PAGE is its"
              + " address, such as findings/risk/.")
  private String asked;

  @Override
  public Integer call() {
    long start = System.nanoTime();
    Optional<String> page = Optional.ofNullable(asked).map(BuildCommand::address);
    WorkingBuild.Outcome outcome = build(page);
    page.ifPresent(address -> explain(address, outcome.explanation()));
    return report(outcome, (System.nanoTime() - start) / 1e9);
  }

  private WorkingBuild.Outcome build(Optional<String> page) {
    Instant now = CommandClock.from(System.getenv()).instant();
    try (BuildProgress progress = BuildProgress.on(System.console())) {
      return new WorkingBuild(source, out).run(now, page, progress);
    }
  }

  /** As the site's pages have it, however somebody writes it. */
  private static String address(String asked) {
    return asked.replaceFirst("^/", "").replaceFirst("(^|/)index\\.html$", "$1");
  }

  private void explain(String address, Optional<Explanation> explanation) {
    PrintWriter terminal = command.commandLine().getOut();
    String text =
        explanation.map(ExplanationText::of).orElse("There is no page at '" + address + "'.");
    text.lines().map(Visible::text).forEach(terminal::println);
  }

  private int report(WorkingBuild.Outcome outcome, double seconds) {
    PrintWriter err = command.commandLine().getErr();
    boolean isWhole = ShownResearch.report(outcome.summary().problems(), err);
    if (!outcome.isRemembered()) {
      err.println(".fortnight/ cannot be written, so the next build makes all pages anew");
    }
    command
        .commandLine()
        .getOut()
        .println(
            Counts.of(outcome.summary().notes(), "note", "notes")
                + ", "
                + CheckSummary.withProblems(outcome.summary().problems())
                + ", "
                + Counts.of(outcome.summary().pages(), "page", "pages")
                + made(outcome)
                + ", "
                + Counts.seconds(seconds));
    return isWhole ? 0 : Fortnight.LEFT_OUT;
  }

  private static String made(WorkingBuild.Outcome outcome) {
    int pages = outcome.summary().pages();
    return switch (outcome.made()) {
      case 0 -> ", none of them made anew";
      default -> outcome.made() == pages ? "" : ", " + outcome.made() + " of them made anew";
    };
  }
}
