package dev.fortnight.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/** What a command printed and how it ended. */
record CommandRun(int status, String out, String err) {

  /** Runs a command; an exception that it throws comes out as it is. */
  static CommandRun of(Callable<Integer> command, String... arguments) {
    return run(
        command,
        (failure, line, parsed) -> {
          throw failure;
        },
        arguments);
  }

  /** Runs a command; what is broken is told, and is a status. */
  static CommandRun told(Callable<Integer> command, String... arguments) {
    return run(command, Fortnight.broken(), arguments);
  }

  private static CommandRun run(
      Callable<Integer> command, IExecutionExceptionHandler failing, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(command)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(failing)
            .execute(arguments);
    return new CommandRun(status, out.toString(), err.toString());
  }

  /** Runs Fortnight as {@code main} does: what is broken is told, and is a status. */
  static CommandRun ofFortnight(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Fortnight.run(arguments, new PrintWriter(out), new PrintWriter(err));
    return new CommandRun(status, out.toString(), err.toString());
  }
}
