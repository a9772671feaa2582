package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** The time that commands go by: the machine's, unless {@code FORTNIGHT_NOW} fixes it. */
final class CommandClock {

  private static final String VARIABLE = "FORTNIGHT_NOW";

  private CommandClock() {}

  static Clock from(Map<String, String> environment) {
    String now = environment.getOrDefault(VARIABLE, "");
    if (now.isBlank()) {
      return Clock.systemUTC();
    }
    try {
      Instant instant = OffsetDateTime.parse(now.strip()).toInstant();
      return Clock.fixed(instant, ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new ProblemException(
          VARIABLE + " is not a time", "Write it as 2026-11-13T14:00:00Z, or unset it.", e);
    }
  }
}
