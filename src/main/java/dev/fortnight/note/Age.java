package dev.fortnight.note;

import java.time.Duration;
import java.time.Instant;

/** How long something has been so, in words. */
final class Age {

  private Age() {}

  /** The largest whole unit, for example {@code 3 hours}. */
  static String between(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    if (age.toDays() > 0) {
      return count(age.toDays(), "day");
    }
    if (age.toHours() > 0) {
      return count(age.toHours(), "hour");
    }
    return count(Math.max(0, age.toMinutes()), "minute");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
