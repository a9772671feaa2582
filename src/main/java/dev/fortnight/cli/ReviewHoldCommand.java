package dev.fortnight.cli;

import dev.fortnight.edition.Review;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fortnight review hold}. */
@Command(
    name = "hold",
    mixinStandardHelpOptions = true,
    description =
        "Holds an item: an edition keeps what was approved of it before, or goes without it. It"
            + " also leaves the working site.")
final class ReviewHoldCommand implements Callable<Integer> {

  /** In UTF-16 units; what the store has room for. */
  private static final int LONGEST_REASON = 2000;

  @Spec private CommandSpec command;
  @Mixin private ReviewOptions options;
  @Mixin private ApproverOption approver;

  @Parameters(paramLabel = "ITEM", description = "Its mark or path, as 'review list' prints it.")
  private String name;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why. Its author sees it, readers do not.")
  private String reason;

  @Override
  public Integer call() {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new ParameterException(
          command.commandLine(), "Give a reason, in at most " + LONGEST_REASON + " characters.");
    }
    String by = approver.name();
    return options.in(
        cycle -> {
          Review review = cycle.review();
          Review.Entry entry = options.entries(review, List.of(name)).get(0);
          cycle.hold(review, entry.key(), by, reason.strip());
          PrintWriter out = command.commandLine().getOut();
          out.println(options.place(entry) + " is held.");
          out.flush();
          return 0;
        });
  }
}
