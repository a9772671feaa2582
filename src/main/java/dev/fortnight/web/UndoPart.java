package dev.fortnight.web;

import dev.fortnight.cycle.Standing;
import dev.fortnight.edition.UndoWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An edition that is signed off and can still be taken back, as the overview shows it.
 *
 * @param sentence who signed it, and when it is published
 * @param left how long that is from now, in words
 * @param seconds the same for the script that counts down; never negative
 */
public record UndoPart(int number, String sentence, String left, long seconds) {

  static Optional<UndoPart> of(Standing standing, Instant now) {
    Dates dates = new Dates(standing.programme());
    return standing.undoWindow().map(window -> of(window, dates, now));
  }

  private static UndoPart of(UndoWindow window, Dates dates, Instant now) {
    Duration left = Duration.between(now, window.until());
    long seconds = Math.max(0, left.toSeconds());
    return new UndoPart(
        window.number(),
        Words.say("overview.undo.signed", window.signedBy(), dates.moment(window.until())),
        Dates.duration(Duration.ofSeconds(seconds)),
        seconds);
  }
}
