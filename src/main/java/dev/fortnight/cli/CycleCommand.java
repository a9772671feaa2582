package dev.fortnight.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fortnight cycle}: where the steps of a fortnight stand, and one of them by hand. */
@Command(
    name = "cycle",
    mixinStandardHelpOptions = true,
    description = "Shows how each step of the cycle stands, and runs one by hand.",
    subcommands = {CycleStatusCommand.class, CycleRunCommand.class})
final class CycleCommand implements Runnable {

  @Spec private CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "Say what to do: status or run.");
  }
}
