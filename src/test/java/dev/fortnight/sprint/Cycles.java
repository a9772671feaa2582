package dev.fortnight.sprint;

import dev.fortnight.programme.HolidayCalendar;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.SprintChange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Cycles to test with: two weeks in London from 2 November 2026, unless told otherwise. */
final class Cycles {

  private LocalDate first = LocalDate.of(2026, 11, 2);
  private Period length = Period.ofDays(14);
  private ZoneId zone = ZoneId.of("Europe/London");
  private Programme.Meeting review = meeting("FRI 14:00");
  private Optional<Programme.Meeting> call = Optional.of(meeting("WED 16:00"));
  private Optional<HolidayCalendar> holidays = Optional.empty();
  private List<SprintChange> changes = List.of();
  private Collection<LocalDate> cancelled = List.of();

  Cycles from(String day) {
    first = LocalDate.parse(day);
    return this;
  }

  Cycles length(int days) {
    length = Period.ofDays(days);
    return this;
  }

  Cycles in(String zone) {
    this.zone = ZoneId.of(zone);
    return this;
  }

  Cycles review(String meeting) {
    review = meeting(meeting);
    return this;
  }

  Cycles call(String meeting) {
    call = Optional.of(meeting(meeting));
    return this;
  }

  Cycles keeping(String calendar) {
    holidays = HolidayCalendar.of(calendar);
    return this;
  }

  Cycles with(SprintChange... decided) {
    changes = List.of(decided);
    return this;
  }

  Cycles cancelled(String... days) {
    cancelled = Arrays.stream(days).map(LocalDate::parse).toList();
    return this;
  }

  SprintCalendar calendar() {
    return new SprintCalendar(
        new Programme.Cycle(
            first,
            length,
            zone,
            review,
            call,
            holidays,
            Duration.ofHours(48),
            changes,
            new TreeSet<>(cancelled),
            Optional.empty()));
  }

  private static Programme.Meeting meeting(String text) {
    String[] parts = text.split(" ");
    DayOfWeek day =
        Arrays.stream(DayOfWeek.values())
            .filter(one -> one.name().startsWith(parts[0].toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow();
    return new Programme.Meeting(day, LocalTime.parse(parts[1]));
  }
}
