package dev.fortnight.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The decisions in {@code research/waivers.yml}.
 *
 * @param all in the order of the file, expired ones too
 */
public record Waivers(List<Waiver> all) {

  /** The waiver that lets a find pass on a day. */
  public Optional<Waiver> of(String note, Find find, LocalDate day) {
    return all.stream()
        .filter(waiver -> waiver.holds(day))
        .filter(waiver -> waiver.isOf(note, find))
        .findFirst();
  }
}
