package dev.fortnight.cli;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.edition.Decider;
import dev.fortnight.edition.Review;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fortnight review approve}. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = "Approves items as they are now.")
final class ReviewApproveCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private ReviewOptions options;
  @Mixin private ApproverOption approver;

  @Parameters(
      paramLabel = "ITEM",
      arity = "0..*",
      description = "Marks or paths, as 'review list' prints them.")
  private List<String> names = List.of();

  @Option(
      names = "--all-clean",
      description =
          "Approves everything that is open, that the checks have nothing to say of and that you may"
              + " approve.")
  private boolean allClean;

  @Override
  public Integer call() {
    if (names.isEmpty() == !allClean) {
      throw new ParameterException(
          command.commandLine(), "Name items, or approve all that are clean with --all-clean.");
    }
    String by = approver.name();
    return options.in(cycle -> approve(cycle, by));
  }

  private int approve(Cycle cycle, String by) {
    PrintWriter out = command.commandLine().getOut();
    Review review = cycle.review();
    Set<String> keys =
        allClean
            ? cycle.clean(review, Decider.named(by))
            : options.entries(review, names).stream()
                .map(Review.Entry::key)
                .collect(Collectors.toSet());
    if (!keys.isEmpty()) {
      cycle.approve(review, keys, by);
    }
    out.println(
        Counts.of(keys.size(), "item", "items")
            + " approved; "
            + Counts.of(cycle.review().open().size(), "item is", "items are")
            + " open.");
    out.flush();
    return 0;
  }
}
