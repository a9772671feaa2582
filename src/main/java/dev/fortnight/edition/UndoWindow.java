package dev.fortnight.edition;

import java.time.Instant;
import java.util.Optional;

/**
 * An edition that is signed off and waits, so that whoever signed it by mistake can take it back.
 *
 * @param signedBy the name that they chose
 * @param until when it is released for publication
 */
public record UndoWindow(int number, int sprint, String signedBy, Instant until) {

  static Optional<UndoWindow> of(SignedEdition edition) {
    return edition
        .undoUntil()
        .map(
            until -> new UndoWindow(edition.number(), edition.sprint(), edition.signedBy(), until));
  }
}
