package dev.fortnight.topic.github;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;

/** One entry of an answer lacks what it cannot do without; says what, and nothing that is in it. */
final class IncompleteException extends Exception {

  IncompleteException(String what) {
    super(what);
  }

  /**
   * What there is to say about it.
   *
   * @param number the topic's; 0 where it was a comment
   */
  Problem problem(String repository, int number) {
    String what = number > 0 ? "topic " + number : "a comment";
    return Problem.error(
        "topic",
        SourceLocation.file(repository + (number > 0 ? "#" + number : "")),
        what + " is left out, because GitHub sent it without title or date",
        "Run 'fortnight sync' again; if it stays so, look at the issue on GitHub.");
  }
}
