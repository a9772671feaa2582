package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.problem.ProblemException;

/** The name that somebody who decides chose to show: it is published with each edition. */
final class Approver {

  /** In UTF-16 units; what the store has room for. */
  private static final int LONGEST = 100;

  private Approver() {}

  /**
   * @throws ProblemException if it is no name, or shows more of the person than a name
   */
  static void check(String name, CheckedResearch research) {
    if (name.isBlank()
        || name.length() > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new ProblemException(
          "the name of who decides is empty, too long or not plain text",
          "Give the name that is to be shown, in at most " + LONGEST + " characters.");
    }
    research.leaks(name).stream()
        .findFirst()
        .ifPresent(
            find -> {
              throw new ProblemException(
                  "the name of who decides is published, and this one holds " + find.kind().noun(),
                  "Give a name to be shown, and nothing else.");
            });
  }
}
