package dev.fortnight.cli;

import dev.fortnight.edition.UndoWindow;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the terminal says of an edition that is signed off and not published yet. */
final class Waiting {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm:ss 'on' d MMMM uuuu", Locale.UK);

  private Waiting() {}

  /** One line, by the clock of the programme's zone. */
  static String line(UndoWindow window, ZoneId zone) {
    return "edition "
        + window.number()
        + " waits until "
        + MOMENT.format(window.until().atZone(zone))
        + "; until then 'fortnight review undo' takes it back";
  }
}
