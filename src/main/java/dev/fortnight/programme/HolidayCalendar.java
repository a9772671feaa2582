package dev.fortnight.programme;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whose public holidays a programme keeps. */
public enum HolidayCalendar {
  ENGLAND("gb-eng"),
  WALES("gb-wls"),
  SCOTLAND("gb-sct"),
  NORTHERN_IRELAND("gb-nir");

  private final String word;

  HolidayCalendar(String word) {
    this.word = word;
  }

  /** As {@code programme.yml} writes it. Source: ISO 3166-2. */
  public String word() {
    return word;
  }

  public static Optional<HolidayCalendar> of(String word) {
    return Arrays.stream(values()).filter(calendar -> calendar.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(HolidayCalendar::word).toList();
  }
}
