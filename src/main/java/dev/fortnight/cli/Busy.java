package dev.fortnight.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** What a command says that leaves its work to another process. */
final class Busy {

  private Busy() {}

  /** Says why nothing was done, and returns the exit status for it. */
  static int say(CommandSpec spec) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("Another process is at the programme's work. Try again when it is through.");
    err.flush();
    return Fortnight.LEFT_OUT;
  }
}
