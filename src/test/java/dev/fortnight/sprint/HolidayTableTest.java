package dev.fortnight.sprint;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.fortnight.programme.HolidayCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table that the product reads is what jollyday computes. After an update of jollyday, {@code
 * -Dholidays.refresh=true} writes it anew.
 */
class HolidayTableTest {

  private static final Path FILE = Path.of("src/main/resources" + Holidays.FILE);

  @Test
  void theTableIsWhatJollydayComputes() throws IOException {
    String computed = computed();
    if (Boolean.getBoolean("holidays.refresh")) {
      Files.writeString(FILE, computed);
    }

    assertThat(Files.readString(FILE)).isEqualTo(computed);
  }

  private static String computed() {
    HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create("gb"));
    Map<String, TreeSet<String>> calendars = new TreeMap<>();
    for (HolidayCalendar calendar : HolidayCalendar.values()) {
      String region = calendar.word().replace("gb-", "");
      for (int year = 2010; year <= 2060; year++) {
        manager
            .getHolidays(Year.of(year), region)
            .forEach(
                day ->
                    calendars
                        .computeIfAbsent(
                            line(day.getDate(), day.getPropertiesKey()), any -> new TreeSet<>())
                        .add(calendar.word()));
      }
    }
    return calendars.entrySet().stream()
        .map(day -> day.getKey() + " " + String.join(" ", day.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String line(LocalDate day, String key) {
    String name = key.replace("christian.", "").replace("2ND_", "SECOND_");
    return day + " " + Holiday.valueOf(name);
  }
}
