package dev.fortnight.problem;

import java.util.Comparator;

/**
 * What a check has to say about a note, a topic or a file. It never repeats the personal data or
 * the token that it is about.
 *
 * @param check the name of the check, for example {@code consent}
 * @param what what is wrong, and what follows from it, without a full stop
 * @param remedy what to do next, as a full sentence
 */
public record Problem(
    Severity severity, String check, SourceLocation location, String what, String remedy)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::location)
          .thenComparing(Problem::check)
          .thenComparing(Problem::what);

  public static Problem error(String check, SourceLocation location, String what, String remedy) {
    return new Problem(Severity.ERROR, check, location, what, remedy);
  }

  public static Problem question(
      String check, SourceLocation location, String what, String remedy) {
    return new Problem(Severity.QUESTION, check, location, what, remedy);
  }

  public static Problem warning(String check, SourceLocation location, String what, String remedy) {
    return new Problem(Severity.WARNING, check, location, what, remedy);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Whether what it is about is left out, for good or until somebody has answered. */
  public boolean holdsBack() {
    return severity != Severity.WARNING;
  }

  /** By file, then line. */
  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** One line: where, what, what next. */
  @Override
  public String toString() {
    return location + ": " + what + ". " + remedy;
  }
}
