package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ScopeType;

/** The command {@code fortnight}, before anything of Quarkus starts. */
@QuarkusMain
@Command(
    name = "fortnight",
    description = "Turns a team's open research into a site that people can read and trust.",
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

  /** By name, in the order in which help lists them. */
  private static final List<Map.Entry<String, Class<?>>> COMMANDS =
      List.of(
          Map.entry("demo", DemoCommand.class),
          Map.entry("new", NewCommand.class),
          Map.entry("check", CheckCommand.class),
          Map.entry("build", BuildCommand.class),
          Map.entry("preview", PreviewCommand.class),
          Map.entry("export", ExportCommand.class),
          Map.entry("sync", SyncCommand.class),
          Map.entry("topics", TopicsCommand.class),
          Map.entry("publish", PublishCommand.class),
          Map.entry("announce", AnnounceCommand.class),
          Map.entry("verify", VerifyCommand.class),
          Map.entry("calendar", CalendarCommand.class),
          Map.entry("cycle", CycleCommand.class),
          Map.entry("review", ReviewCommand.class),
          Map.entry("compare", CompareCommand.class),
          Map.entry("serve", ServeCommand.class),
          Map.entry("sign-in", SignInCommand.class));

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
    CommandLine line = new CommandLine(new Fortnight());
    asked(arguments).forEach(command -> line.addSubcommand(command.getKey(), command.getValue()));
    line.setOut(out).setErr(err).setUsageHelpAutoWidth(true).setExecutionExceptionHandler(broken());
    if (arguments.length == 0) {
      line.usage(err);
      return line.getCommandSpec().exitCodeOnInvalidInput();
    }
    return line.execute(arguments);
  }

  /**
   * The command that is asked for, and all where none is: to find out what each one takes is most
   * of what a short one costs.
   */
  private static List<Map.Entry<String, Class<?>>> asked(String[] arguments) {
    List<Map.Entry<String, Class<?>>> asked =
        COMMANDS.stream()
            .filter(command -> arguments.length > 0 && command.getKey().equals(arguments[0]))
            .toList();
    return asked.isEmpty() ? COMMANDS : asked;
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
