package dev.fortnight.cli;

import dev.fortnight.cycle.CycleStatus;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.Database;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fortnight cycle status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Tells how each step of the cycle stands, and when it is looked at next.",
    footer = {"", "The exit status is 1 where the last attempt at a step failed."})
public final class CycleStatusCommand implements Callable<Integer> {

  private final Map<String, String> environment;
  private final Clock machine;

  @Mixin private ProgrammeOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private OutputFormat format;

  public CycleStatusCommand() {
    this(System.getenv(), Clock.systemUTC());
  }

  CycleStatusCommand(Map<String, String> environment, Clock machine) {
    this.environment = environment;
    this.machine = machine;
  }

  @Override
  public Integer call() {
    Programme programme = ProgrammeReader.read(options.folder()).programme();
    Clock clock = CommandClock.from(environment);
    try (Database database = Database.open(options.database(environment))) {
      CycleStatus status = CycleStatus.of(database, programme, clock, machine);
      PrintWriter out = spec.commandLine().getOut();
      if (format == OutputFormat.json) {
        out.println(Json.ofUntrusted(CycleJson.of(status)));
      } else {
        new StepLines(out, programme.cycle().zone()).print(status);
      }
      out.flush();
      return status.steps().stream().anyMatch(CycleStatus.Line::isFailed) ? Fortnight.LEFT_OUT : 0;
    }
  }
}
