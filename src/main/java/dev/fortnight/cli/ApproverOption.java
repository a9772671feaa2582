package dev.fortnight.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who decides. */
final class ApproverOption {

  private static final String VARIABLE = "FORTNIGHT_NAME";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${env:" + VARIABLE + "}",
      description =
          "Who decides, as it is to be shown with each edition (default: " + VARIABLE + ").")
  private String name;

  String name() {
    if (name == null || name.isBlank() || name.startsWith("${")) {
      throw new ParameterException(
          command.commandLine(),
          "Say who decides with --by NAME, or set " + VARIABLE + ". The name is published.");
    }
    return name.strip();
  }
}
