package dev.fortnight.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fortnight review}: the sprint's review from the terminal. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what changed since it was approved, and takes the product owner's decisions on it.",
      "An approval or a hold counts for the very content that was seen: each item has a mark, the"
          + " beginning of its content's hash, and a changed item has another one."
    },
    subcommands = {
      ReviewListCommand.class,
      ReviewShowCommand.class,
      ReviewApproveCommand.class,
      ReviewHoldCommand.class,
      ReviewSignOffCommand.class,
      ReviewUndoCommand.class,
      ReviewRemindCommand.class
    })
final class ReviewCommand implements Runnable {

  @Spec private CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(
        command.commandLine(),
        "Say what to do: list, show, approve, hold, sign-off, undo or remind.");
  }
}
