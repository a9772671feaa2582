package dev.fortnight.cli;

import dev.fortnight.check.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines that are never printed, because of what a check has found in them: not even for the
 * problems of other checks.
 */
final class PersonalLines {

  /**
   * Checks that find personal data, and {@code topic}: an issue that cannot be read has not been
   * searched for any.
   */
  private static final Set<String> CHECKS = Set.of("register", "personal-data", "topic");

  private final Register register;
  private final Set<String> files;
  private final Set<SourceLocation> lines;

  /**
   * @param problems all that were found, shown or not
   */
  PersonalLines(List<Problem> problems, Register register) {
    this.register = register;
    this.lines =
        problems.stream()
            .filter(PersonalLines::isPersonal)
            .map(Problem::location)
            .map(location -> new SourceLocation(location.file(), location.line()))
            .collect(Collectors.toSet());
    this.files =
        lines.stream()
            .filter(location -> location.line() == 0)
            .map(SourceLocation::file)
            .collect(Collectors.toSet());
  }

  /** Whether a problem is about personal data, or may be. */
  static boolean isPersonal(Problem problem) {
    return CHECKS.contains(problem.check());
  }

  /** A note that could not be read has not been searched, so its line is searched here. */
  boolean covers(Problem problem, SourceLine line) {
    SourceLocation location = problem.location();
    return files.contains(location.file())
        || lines.contains(new SourceLocation(location.file(), location.line()))
        || register.names(line.text());
  }
}
