package dev.fortnight.web;

import dev.fortnight.edition.Decision;
import dev.fortnight.programme.Programme;
import dev.fortnight.sprint.Appointment;
import dev.fortnight.sprint.Holiday;
import dev.fortnight.sprint.Move;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dates and times as the pages word them, in the programme's zone. */
final class Dates {

  private final ZoneId zone;
  private final DateTimeFormatter day;
  private final DateTimeFormatter weekday;
  private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  Dates(Programme programme) {
    this.zone = programme.cycle().zone();
    this.day = DateTimeFormatter.ofPattern("d MMMM uuuu", programme.language());
    this.weekday = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", programme.language());
  }

  /** {@code 14 June 2026}. */
  String day(LocalDate date) {
    return day.format(date);
  }

  /** The day on which something was. */
  String day(Instant instant) {
    return day(instant.atZone(zone).toLocalDate());
  }

  /** {@code 1 June 2026 to 14 June 2026}. */
  String days(LocalDate first, LocalDate last) {
    return day(first) + " to " + day(last);
  }

  /** {@code Friday 12 June 2026 at 14:00}. */
  String meeting(ZonedDateTime moment) {
    return weekday.format(moment) + " at " + time.format(moment);
  }

  /** The same of a review, with why it was moved. */
  String review(Appointment review) {
    return meeting(review, "to stay after the open call");
  }

  /** The same of an open call, with why it was moved. */
  String openCall(Appointment call) {
    return meeting(call, "to stay before the review");
  }

  private String meeting(Appointment appointment, String otherwise) {
    String at = meeting(appointment.at());
    if (appointment.isCancelled()) {
      return at + " (cancelled)";
    }
    return appointment.move().map(move -> at + " (" + moved(move, otherwise) + ")").orElse(at);
  }

  private String moved(Move move, String otherwise) {
    String why = move.holiday().map(Holiday::english).orElse(otherwise);
    return "moved from " + weekday.format(move.from()) + ": " + why;
  }

  /** {@code 12 June 2026 at 14:00}. */
  String moment(Instant instant) {
    ZonedDateTime moment = instant.atZone(zone);
    return day.format(moment) + " at " + time.format(moment);
  }

  /** {@code 1 hour 30 minutes}. */
  static String duration(Duration duration) {
    List<String> parts = new ArrayList<>();
    add(parts, duration.toDays(), "day");
    add(parts, duration.toHoursPart(), "hour");
    add(parts, duration.toMinutesPart(), "minute");
    add(parts, duration.toSecondsPart(), "second");
    return parts.isEmpty() ? "a moment" : String.join(" ", parts);
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count > 0) {
      parts.add(count + " " + unit + (count == 1 ? "" : "s"));
    }
  }

  /** {@code By Ada on 12 June 2026 at 14:00}. */
  String by(Decision decision) {
    return "By " + decision.by() + " on " + moment(decision.at());
  }
}
