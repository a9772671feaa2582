package dev.fortnight.cycle;

import java.time.Duration;

/**
 * How long Fortnight waits for what it pushed to answer at its public address.
 *
 * @param expected how long a host may take to build the site until somebody should look
 * @param often how often it asks until then
 * @param seldom how often it asks after that
 * @param answer how long one answer may take
 */
public record Patience(Duration expected, Duration often, Duration seldom, Duration answer) {

  /** GitHub builds Pages within ten minutes: docs.github.com, "About GitHub Pages". */
  public static final Patience USUAL =
      new Patience(
          Duration.ofMinutes(10),
          Duration.ofSeconds(15),
          Duration.ofMinutes(5),
          Duration.ofSeconds(10));
}
