package dev.fortnight.sprint;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.programme.HolidayCalendar;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the lists of bank holidays that the governments of the United Kingdom published. */
class HolidaysTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    // the royal wedding of 2011, the Diamond Jubilee of 2012
    "gb-eng, 2011, 01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
    "gb-eng, 2012, 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    "gb-eng, 2015, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    "gb-eng, 2016, 01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    "gb-eng, 2017, 01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    // Early May moved to VE Day, which was a Friday
    "gb-eng, 2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    "gb-eng, 2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    // the Platinum Jubilee, for which Spring moved, and the Queen's state funeral
    "gb-eng, 2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    // the Coronation
    "gb-eng, 2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    "gb-eng, 2024, 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    "gb-eng, 2025, 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    "gb-eng, 2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    "gb-eng, 2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    "gb-wls, 2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    "gb-wls, 2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    // 2 January, no Easter Monday, the first Monday of August, St Andrew's Day
    "gb-sct, 2016, 01-01 01-04 03-25 05-02 05-30 08-01 11-30 12-26 12-27",
    "gb-sct, 2021, 01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28",
    "gb-sct, 2022, 01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27",
    "gb-sct, 2023, 01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26",
    "gb-sct, 2024, 01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26",
    "gb-sct, 2025, 01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26",
    // the World Cup, proclaimed on 3 February 2026
    "gb-sct, 2026, 01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28",
    // St Patrick's Day and the Battle of the Boyne
    "gb-nir, 2018, 01-01 03-19 03-30 04-02 05-07 05-28 07-12 08-27 12-25 12-26",
    "gb-nir, 2020, 01-01 03-17 04-10 04-13 05-08 05-25 07-13 08-31 12-25 12-28",
    "gb-nir, 2022, 01-03 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27",
    "gb-nir, 2023, 01-02 03-17 04-07 04-10 05-01 05-08 05-29 07-12 08-28 12-25 12-26",
    "gb-nir, 2024, 01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26",
    "gb-nir, 2025, 01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26",
  })
  void aYearHasTheHolidaysThatWerePublished(String calendar, int year, String days) {
    Holidays holidays = Holidays.of(HolidayCalendar.of(calendar));

    assertThat(
            LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> holidays.on(day).isPresent())
                .map(day -> day.toString().substring(5))
                .collect(joining(" ")))
        .isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "gb-eng, 2026-12-28, Boxing Day",
    "gb-eng, 2023-05-08, the Coronation",
    "gb-sct, 2026-01-02, 2 January",
    "gb-nir, 2026-07-13, Battle of the Boyne",
  })
  void aHolidayHasItsName(String calendar, LocalDate day, String name) {
    assertThat(Holidays.of(HolidayCalendar.of(calendar)).on(day).map(Holiday::english))
        .contains(name);
  }

  @Test
  void whoKeepsNoCalendarHasNoHolidays() {
    assertThat(Holidays.of(Optional.empty()).on(LocalDate.of(2026, 12, 25))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-24, true",
    "2026-12-25, false",
    "2026-12-26, false",
    "2026-12-27, false",
    "2026-12-28, false",
    "2026-12-29, true",
  })
  void peopleAreAtWorkFromMondayToFridayUnlessThereIsAHoliday(LocalDate day, boolean isWorking) {
    assertThat(Holidays.of(Optional.of(HolidayCalendar.ENGLAND)).isWorkingDay(day))
        .isEqualTo(isWorking);
  }
}
