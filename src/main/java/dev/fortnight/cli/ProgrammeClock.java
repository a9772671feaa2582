package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** The one place that a command's time comes from. */
final class ProgrammeClock {

  private ProgrammeClock() {}

  /** The system's clock, or a fixed one at {@code FORTNIGHT_NOW}. */
  static Clock get() {
    String now = System.getenv("FORTNIGHT_NOW");
    if (now == null || now.isBlank()) {
      return Clock.systemUTC();
    }
    try {
      return Clock.fixed(Instant.parse(now.strip()), ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          "FORTNIGHT_NOW is not an instant", "Write it as 2026-11-27T14:00:00Z.", e);
    }
  }
}
