package dev.fortnight.note;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a note's date by the names that Jekyll's placeholders have for them. */
final class DateParts {

  private static final Pattern TIME =
      Pattern.compile(".{8,10}[Tt ] *(\\d{1,2}):(\\d{2})(?::(\\d{2}))?.*");

  /** In English whatever the language of the programme, as Jekyll has them. */
  static final Map<String, Function<LocalDateTime, String>> PARTS =
      Map.ofEntries(
          Map.entry("year", digits(4, ChronoField.YEAR)),
          Map.entry("short_year", date -> digits(2, date.getYear() % 100)),
          Map.entry("month", digits(2, ChronoField.MONTH_OF_YEAR)),
          Map.entry("i_month", digits(1, ChronoField.MONTH_OF_YEAR)),
          Map.entry("short_month", date -> word(date.getMonth()).substring(0, 3)),
          Map.entry("long_month", date -> word(date.getMonth())),
          Map.entry("day", digits(2, ChronoField.DAY_OF_MONTH)),
          Map.entry("i_day", digits(1, ChronoField.DAY_OF_MONTH)),
          Map.entry("y_day", digits(3, ChronoField.DAY_OF_YEAR)),
          Map.entry("w_year", digits(4, IsoFields.WEEK_BASED_YEAR)),
          Map.entry("week", digits(2, IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
          Map.entry("w_day", digits(1, ChronoField.DAY_OF_WEEK)),
          Map.entry("short_day", date -> word(date.getDayOfWeek()).substring(0, 3)),
          Map.entry("long_day", date -> word(date.getDayOfWeek())),
          Map.entry("hour", digits(2, ChronoField.HOUR_OF_DAY)),
          Map.entry("minute", digits(2, ChronoField.MINUTE_OF_HOUR)),
          Map.entry("second", digits(2, ChronoField.SECOND_OF_MINUTE)));

  private DateParts() {}

  /** A part of a note's date; empty where the note has none. */
  static Optional<String> of(Note note, String part) {
    return note.date().map(day -> PARTS.get(part).apply(day.atTime(time(note, day))));
  }

  /** The time as it is written, in no zone. One that is left out or impossible is midnight. */
  private static LocalTime time(Note note, LocalDate day) {
    Matcher time = TIME.matcher(note.frontMatter().text("date").orElse(""));
    boolean isOfThisDate =
        note.frontMatter().date("date").filter(day::equals).isPresent() && time.matches();
    if (!isOfThisDate) {
      return LocalTime.MIDNIGHT;
    }
    int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
    int minute = Integer.parseInt(time.group(2));
    int hour = Integer.parseInt(time.group(1));
    return hour > 23 || minute > 59 || second > 59
        ? LocalTime.MIDNIGHT
        : LocalTime.of(hour, minute, second);
  }

  private static Function<LocalDateTime, String> digits(int least, TemporalField field) {
    return date -> digits(least, date.get(field));
  }

  private static String digits(int least, int number) {
    return String.format(Locale.ROOT, "%0" + least + "d", number);
  }

  private static String word(Enum<?> constant) {
    String name = constant.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
