package dev.fortnight.web.signin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as text of one width, which compares as they do. */
final class StoredInstant {

  private static final DateTimeFormatter SAME_WIDTH =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private StoredInstant() {}

  static String text(Instant instant) {
    return SAME_WIDTH.format(instant);
  }
}
