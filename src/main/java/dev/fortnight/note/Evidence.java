package dev.fortnight.note;

import java.util.List;
import java.util.Optional;

/**
 * A marked quotation or observation inside an interview note.
 *
 * @param note the note's path without {@code .md}, for example {@code
 *     interviews/2026-11-10-county-architect}
 * @param id its id within the note, for example {@code q1}
 * @param participant the pseudonym; empty where neither the mark nor the note names exactly one
 * @param supports slugs of assumptions
 * @param contradicts slugs of assumptions
 * @param line of the mark in the file
 */
public record Evidence(
    String note,
    String id,
    Optional<String> participant,
    List<String> supports,
    List<String> contradicts,
    Prose quotation,
    int line) {

  /** Whether it says the same as another one, wherever in their files they stand. */
  boolean says(Evidence other) {
    return reference().equals(other.reference())
        && participant.equals(other.participant)
        && supports.equals(other.supports)
        && contradicts.equals(other.contradicts)
        && quotation.slotted().equals(other.quotation.slotted())
        && quotation.leadsWhere(other.quotation);
  }

  /** How findings cite it: {@code interviews/2026-11-10-county-architect#q1}. */
  public String reference() {
    return note + "#" + id;
  }
}
