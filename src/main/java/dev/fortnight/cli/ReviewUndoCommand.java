package dev.fortnight.cli;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.edition.UndoWindow;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fortnight review undo}. */
@Command(
    name = "undo",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the sign-off of an edition back that is not published yet. What was decided on its"
          + " items stays decided.",
      "How long that can be done is said by 'review: {undo: PT10M}' in programme.yml."
    })
final class ReviewUndoCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private ReviewOptions options;
  @Mixin private ApproverOption approver;

  @Override
  public Integer call() {
    String by = approver.name();
    return options.in(cycle -> undo(cycle, by));
  }

  private int undo(Cycle cycle, String by) {
    UndoWindow window = cycle.undoWindow().orElseThrow(this::nothingWaits);
    cycle.takeBack(window.number(), by);
    PrintWriter out = command.commandLine().getOut();
    out.println("The sign-off of edition " + window.number() + " is taken back.");
    out.flush();
    return 0;
  }

  private ParameterException nothingWaits() {
    return new ParameterException(
        command.commandLine(),
        "No edition waits to be published, so there is nothing to take back.");
  }
}
