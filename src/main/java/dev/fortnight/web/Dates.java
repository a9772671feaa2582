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
    return Words.say("dates.days", day(first), day(last));
  }

  /** {@code Friday 12 June 2026 at 14:00}. */
  String meeting(ZonedDateTime moment) {
    return Words.say("dates.moment", weekday.format(moment), time.format(moment));
  }

  /** The same of a review, with why it was moved. */
  String review(Appointment review) {
    return meeting(review, "dates.moved.review");
  }

  /** The same of an open call, with why it was moved. */
  String openCall(Appointment call) {
    return meeting(call, "dates.moved.call");
  }

  private String meeting(Appointment appointment, String otherwise) {
    String at = meeting(appointment.at());
    if (appointment.isCancelled()) {
      return Words.say("dates.cancelled", at);
    }
    return appointment.move().map(move -> moved(at, move, otherwise)).orElse(at);
  }

  private String moved(String at, Move move, String otherwise) {
    String why = move.holiday().map(Holiday::english).orElseGet(() -> Words.say(otherwise));
    return Words.say("dates.moved", at, weekday.format(move.from()), why);
  }

  /** {@code 12 June 2026 at 14:00}. */
  String moment(Instant instant) {
    ZonedDateTime moment = instant.atZone(zone);
    return Words.say("dates.moment", day.format(moment), time.format(moment));
  }

  /** {@code 1 hour 30 minutes}. */
  static String duration(Duration duration) {
    List<String> parts = new ArrayList<>();
    add(parts, duration.toDays(), "dates.day");
    add(parts, duration.toHoursPart(), "dates.hour");
    add(parts, duration.toMinutesPart(), "dates.minute");
    add(parts, duration.toSecondsPart(), "dates.second");
    return parts.isEmpty() ? Words.say("dates.none") : String.join(" ", parts);
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count > 0) {
      parts.add(Words.count(unit, count));
    }
  }

  /** {@code By Ada on 12 June 2026 at 14:00}. */
  String by(Decision decision) {
    return Words.say("dates.by", decision.by(), moment(decision.at()));
  }
}
