package dev.fortnight.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody in the register of participants. What stands here is searched for and never shown.
 *
 * @param id what the team calls the entry, for example {@code P07}; may be shown
 * @param knownAs nicknames and former names
 * @param title for example {@code Dr}
 * @param role for example {@code county architect}
 * @param pseudonym what notes call them
 * @param consents what they agreed to, over time
 */
public record Participant(
    String id,
    String realName,
    List<String> knownAs,
    Optional<String> title,
    Optional<String> role,
    Optional<String> organisation,
    Optional<String> pseudonym,
    List<String> emails,
    List<String> phones,
    List<Agreement> consents) {

  /**
   * What a participant agreed to on a day.
   *
   * @param sheetVersion of the information sheet that they had read
   * @param uses the widest consent that a note may state, one of its words
   * @param until its last day; empty for no end
   * @param proof where the signed form lies; never shown
   */
  public record Agreement(
      LocalDate date,
      Optional<String> sheetVersion,
      String uses,
      Optional<LocalDate> until,
      Optional<String> proof) {}

  @Override
  public String toString() {
    return "Participant " + id;
  }
}
