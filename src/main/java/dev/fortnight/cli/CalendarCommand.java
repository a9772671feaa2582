package dev.fortnight.cli;

import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fortnight calendar}: this sprint and those to come. */
@Command(
    name = "calendar",
    mixinStandardHelpOptions = true,
    description = "Prints this sprint and those to come, with their reviews and open calls.")
public final class CalendarCommand implements Callable<Integer> {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);

  private final Clock clock;

  @Mixin private ProgrammeOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "6",
      description = "How many sprints, from 1 to 500. Default: ${DEFAULT-VALUE}.")
  private int count;

  public CalendarCommand() {
    this(CommandClock.from(System.getenv()));
  }

  CalendarCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (count < 1 || count > 500) {
      throw new ParameterException(spec.commandLine(), "--count is from 1 to 500, not " + count);
    }
    Programme.Cycle cycle = ProgrammeReader.read(options.folder()).programme().cycle();
    SprintCalendar calendar = new SprintCalendar(cycle);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Times are those of " + cycle.zone() + ".");
    int next = calendar.at(clock.instant()).number();
    for (int number = next; number < next + count; number++) {
      out.println();
      print(calendar.sprint(number), calendar, out);
    }
    out.flush();
    return 0;
  }

  private static void print(Sprint sprint, SprintCalendar calendar, PrintWriter out) {
    out.println(
        "Sprint %d: %s to %s"
            .formatted(sprint.number(), DAY.format(sprint.first()), DAY.format(sprint.last())));
    out.println("  Review: " + when(sprint.review(), calendar));
    sprint.openCall().ifPresent(call -> out.println("  Open call: " + when(call, calendar)));
  }

  private static String when(ZonedDateTime meeting, SprintCalendar calendar) {
    return TIME.format(meeting) + (calendar.isCancelled(meeting) ? " (cancelled)" : "");
  }
}
