package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ScopeType;

/** The command {@code fortnight}, before anything of Quarkus starts. */
@QuarkusMain
@Command(
    name = "fortnight",
    description = "Turns a team's open research into a site that people can read and trust.",
    subcommands = {
      DemoCommand.class,
      NewCommand.class,
      CheckCommand.class,
      BuildCommand.class,
      PreviewCommand.class,
      ExportCommand.class,
      SyncCommand.class,
      TopicsCommand.class,
      PublishCommand.class,
      AnnounceCommand.class,
      VerifyCommand.class,
      CalendarCommand.class,
      CycleCommand.class,
      ReviewCommand.class,
      CompareCommand.class,
      ServeCommand.class,
      SignInCommand.class
    },
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done; there may be warnings",
      "1:done, but something was left out because of problems",
      "2:wrong usage",
      "3:the environment failed"
    })
public final class Fortnight {

  /** Done, but something was left out because of problems. */
  static final int LEFT_OUT = 1;

  private static final int ENVIRONMENT_FAILED = 3;

  public static void main(String[] arguments) {
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    System.exit(
        run(
            arguments,
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
  }

  /**
   * Runs one command.
   *
   * @return the exit status
   */
  static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    CommandLine line =
        new CommandLine(new Fortnight())
            .setOut(out)
            .setErr(err)
            .setUsageHelpAutoWidth(true)
            .setExecutionExceptionHandler(broken());
    if (arguments.length == 0) {
      line.usage(err);
      return line.getCommandSpec().exitCodeOnInvalidInput();
    }
    return line.execute(arguments);
  }

  /** A broken environment is told in one sentence; a mistake of ours keeps its stack trace. */
  static IExecutionExceptionHandler broken() {
    return (exception, line, parsed) -> {
      if (!(exception instanceof ProblemException problem)) {
        throw exception;
      }
      line.getErr().println("fortnight: " + Visible.text(problem.advice()));
      return ENVIRONMENT_FAILED;
    };
  }
}
