package dev.fortnight.sprint;

import dev.fortnight.programme.HolidayCalendar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The public holidays of one part of the United Kingdom, from 2010 to 2060, from a table that
 * jollyday computed. A line of it is a day, its name, and the calendars that have it.
 */
final class Holidays {

  static final String FILE = "/holidays/united-kingdom.txt";

  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final Map<LocalDate, Holiday> days;

  private Holidays(Map<LocalDate, Holiday> days) {
    this.days = days;
  }

  static Holidays of(Optional<HolidayCalendar> calendar) {
    return calendar.map(Table.READ::get).orElseGet(() -> new Holidays(Map.of()));
  }

  Optional<Holiday> on(LocalDate day) {
    return Optional.ofNullable(days.get(day));
  }

  /** Whether people are at work: Monday to Friday, and no public holiday. */
  boolean isWorkingDay(LocalDate day) {
    return !WEEKEND.contains(day.getDayOfWeek()) && !days.containsKey(day);
  }

  /** Read only once a programme keeps holidays. */
  private static final class Table {

    static final Map<HolidayCalendar, Holidays> READ = read();

    private static Map<HolidayCalendar, Holidays> read() {
      Map<HolidayCalendar, Holidays> calendars = new HashMap<>();
      for (HolidayCalendar calendar : HolidayCalendar.values()) {
        calendars.put(calendar, new Holidays(new HashMap<>()));
      }
      for (String line : lines()) {
        String[] parts = line.split(" ");
        LocalDate day = LocalDate.parse(parts[0]);
        Holiday holiday = Holiday.valueOf(parts[1]);
        for (String word : List.of(parts).subList(2, parts.length)) {
          calendars.get(HolidayCalendar.of(word).orElseThrow()).days.put(day, holiday);
        }
      }
      return Map.copyOf(calendars);
    }

    private static List<String> lines() {
      try (InputStream stream = Holidays.class.getResourceAsStream(FILE)) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
            .lines()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException("the table of holidays cannot be read", e);
      }
    }
  }
}
