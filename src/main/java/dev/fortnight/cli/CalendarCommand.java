package dev.fortnight.cli;

import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.programme.SprintChange;
import dev.fortnight.sprint.Appointment;
import dev.fortnight.sprint.Holiday;
import dev.fortnight.sprint.Move;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
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

  private enum OutputFormat {
    text,
    json
  }

  private final Clock clock;

  @Mixin private ProgrammeOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "6",
      description = "How many sprints, from 1 to 500. Default: ${DEFAULT-VALUE}.")
  private int count;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format;

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
    ProgrammeReader.Result read = ProgrammeReader.read(options.folder());
    Programme.Cycle cycle = read.programme().cycle();
    List<Sprint> sprints = sprints(new SprintCalendar(cycle));
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case text -> print(cycle, sprints, out);
      case json -> out.println(Json.ofUntrusted(SprintList.of(cycle, sprints)));
    }
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    read.problems().forEach(err::println);
    err.flush();
    return read.problems().isEmpty() ? 0 : 1;
  }

  private List<Sprint> sprints(SprintCalendar calendar) {
    List<Sprint> sprints = new ArrayList<>();
    Sprint next = calendar.at(clock.instant());
    while (sprints.size() < count) {
      sprints.add(next);
      next = calendar.after(next.number());
    }
    return sprints;
  }

  private static void print(Programme.Cycle cycle, List<Sprint> sprints, PrintWriter out) {
    out.println("Times are those of " + cycle.zone() + ".");
    for (Sprint sprint : sprints) {
      out.println();
      print(sprint, out);
    }
  }

  private static void print(Sprint sprint, PrintWriter out) {
    out.println(
        "Sprint %d: %s to %s"
            .formatted(sprint.number(), DAY.format(sprint.first()), DAY.format(sprint.last())));
    sprint
        .changes()
        .forEach(change -> out.println("  " + decided(change) + ": " + Visible.text(change.why())));
    out.println("  Review: " + when(sprint.reviewAppointment(), "to stay after the open call"));
    sprint
        .callAppointment()
        .ifPresent(call -> out.println("  Open call: " + when(call, "to stay before the review")));
  }

  private static String decided(SprintChange change) {
    return change instanceof SprintChange.Lasting lasting
        ? "%d days long".formatted(lasting.length().getDays())
        : "Sprint %d is skipped".formatted(change.sprint());
  }

  private static String when(Appointment appointment, String otherwise) {
    String at = TIME.format(appointment.at());
    if (appointment.isCancelled()) {
      return at + " (cancelled)";
    }
    return appointment.move().map(move -> at + " (" + why(move, otherwise) + ")").orElse(at);
  }

  private static String why(Move move, String otherwise) {
    return "moved from %s: %s"
        .formatted(DAY.format(move.from()), move.holiday().map(Holiday::english).orElse(otherwise));
  }
}
