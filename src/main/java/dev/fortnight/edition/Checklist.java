package dev.fortnight.edition;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What has to hold before an edition is signed off, by kind of check. Only what the edition would
 * bring anew can block: what the edition before had too was signed off with it, and an item that is
 * held blocks nothing, so holding is always a way on.
 *
 * @param lines one for each kind, in their order
 */
public record Checklist(List<Line> lines) {

  /** What a reader relies on. */
  public enum Kind {
    CONSENT("consent"),
    PERSONAL_DATA("personal data"),
    LINKS("links"),
    REFERENCES("references"),
    ACCESSIBILITY("accessibility");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** In the middle of a sentence. */
    public String words() {
      return words;
    }
  }

  /**
   * A kind and where it stands.
   *
   * @param blocking what has to be done first
   * @param leftOut how much is kept out of everything for it, which blocks nothing
   */
  public record Line(Kind kind, List<Point> blocking, int leftOut) {

    public boolean holds() {
      return blocking.isEmpty();
    }
  }

  /**
   * One problem.
   *
   * @param item the key of what it is about; empty where no single item is
   */
  public record Point(Optional<String> item, Problem problem) {}

  /** How many problems block. */
  public int blocking() {
    return lines.stream().mapToInt(line -> line.blocking().size()).sum();
  }

  /**
   * Lets only what holds be signed off.
   *
   * @throws ProblemException that says how much of what does not hold
   */
  void check() {
    int blocking = blocking();
    if (blocking > 0) {
      String kinds =
          lines.stream()
              .filter(line -> !line.holds())
              .map(line -> line.blocking().size() + " of " + line.kind().words())
              .collect(Collectors.joining(", "));
      throw new ProblemException(
          (blocking == 1 ? "1 problem keeps" : blocking + " problems keep")
              + " the edition from being signed off: "
              + kinds,
          "Mend what 'fortnight review list' shows, or hold those items.");
    }
  }
}
