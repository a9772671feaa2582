package dev.fortnight.cli;

import dev.fortnight.cycle.CycleStatus;
import dev.fortnight.cycle.StepRecord;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How steps stand, as lines. */
final class StepLines {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);

  private final PrintWriter out;
  private final ZoneId zone;

  /**
   * @param zone the programme's
   */
  StepLines(PrintWriter out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  void print(CycleStatus status) {
    out.println(
        "Sprint %d of %s: %s to %s"
            .formatted(
                status.sprint().number(),
                Visible.text(status.programme().title()),
                DAY.format(status.sprint().first()),
                DAY.format(status.sprint().last())));
    out.println("Times are those of " + zone + ".");
    status.steps().forEach(this::print);
    if (status.steps().stream().anyMatch(line -> !line.lateBy().isZero())) {
      out.println();
      out.println("What is late is done by 'fortnight serve', or by 'fortnight cycle run STEP'.");
    }
  }

  void print(CycleStatus.Line line) {
    out.println();
    out.println(line.step().word() + ": " + line.word() + since(line));
    line.record().ifPresent(record -> print(line, record));
  }

  private String since(CycleStatus.Line line) {
    return line.record().map(record -> ", " + time(record.state().since())).orElse("");
  }

  private void print(CycleStatus.Line line, StepRecord record) {
    out.println("  " + capital(Visible.text(record.state().sentence())));
    if (line.isFailed()) {
      out.println("  " + line.step().whenItFails());
    }
    record.due().ifPresent(due -> out.println("  Next: " + time(due) + late(line.lateBy())));
  }

  private static String late(Duration by) {
    if (by.isZero()) {
      return "";
    }
    return by.toDays() > 0
        ? " (late by " + Counts.of(Math.toIntExact(by.toDays()), "day", "days") + ")"
        : by.toHours() > 0
            ? " (late by " + Counts.of(Math.toIntExact(by.toHours()), "hour", "hours") + ")"
            : " (late by " + Counts.of(Math.toIntExact(by.toMinutes()), "minute", "minutes") + ")";
  }

  private String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  private static String capital(String text) {
    int end = text.offsetByCodePoints(0, Math.min(1, text.length()));
    return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
  }
}
