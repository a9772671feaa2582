package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.List;

/**
 * What a check saw in a note.
 *
 * @param publication how much of it could be shown
 * @param alone what has nothing to do with other notes
 * @param amongOthers what rules about notes among others say
 * @param isSettled whether they go on to say that for as long as nobody writes to the note, and
 *     what others show of notes is the same; it shows no files then
 */
record LookedAt(
    Note note, Publication publication, Alone alone, List<Problem> amongOthers, boolean isSettled) {

  /**
   * What the note itself says.
   *
   * @param finds before anybody asks whether they may pass
   */
  record Alone(PersonalDataCheck.Searched finds, List<Problem> problems) {}
}
