package dev.fortnight.cli;

import dev.fortnight.privacy.PersonalDataSearch;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The lines that are never printed, because of what a check has found in them: not even for the
 * problems of other checks.
 */
final class PersonalLines {

  /**
   * Checks that find personal data, and {@code topic}: an issue that cannot be read has not been
   * searched for any.
   */
  private static final Set<String> CHECKS = Set.of("personal-data", "topic");

  /** What was found in a line may go on in those that follow. */
  private static final int LINES_BEHIND = 3;

  private final PersonalDataSearch search;
  private final Set<String> files;
  private final Set<SourceLocation> lines;

  /**
   * @param problems all that were found, shown or not
   */
  PersonalLines(List<Problem> problems, PersonalDataSearch search) {
    this.search = search;
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
        || IntStream.rangeClosed(Math.max(1, location.line() - LINES_BEHIND), location.line())
            .mapToObj(number -> new SourceLocation(location.file(), number))
            .anyMatch(lines::contains)
        || !search.in(line.text()).isEmpty();
  }
}
