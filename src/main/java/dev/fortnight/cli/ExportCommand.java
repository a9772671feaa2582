package dev.fortnight.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fortnight export}: the site in forms that need no Fortnight. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the site in a form that other programs go on with.",
    subcommands = ExportJekyllCommand.class)
final class ExportCommand implements Runnable {

  @Spec private CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "Say what to write: jekyll.");
  }
}
