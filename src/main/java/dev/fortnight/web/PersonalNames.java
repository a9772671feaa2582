package dev.fortnight.web;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps off the page the personal data that problems repeat without knowing: a file's name, or
 * words of a line in which somebody was found.
 */
final class PersonalNames {

  private static final String CHECK = "personal-data";

  /** The parts of a message that come from notes. */
  private static final Pattern QUOTED = Pattern.compile("'.*'|[^\\s,]*/[^\\s,]*");

  private final Set<String> files;
  private final Set<SourceLocation> lines;

  PersonalNames(List<Problem> found) {
    this.files =
        found.stream()
            .filter(problem -> problem.check().equals(CHECK) && problem.location().line() == 0)
            .map(problem -> problem.location().file())
            .filter(file -> file.startsWith("research/"))
            .collect(Collectors.toSet());
    this.lines =
        found.stream()
            .filter(problem -> problem.check().equals(CHECK))
            .map(problem -> line(problem.location()))
            .collect(Collectors.toSet());
  }

  /** The problem as anybody may read it. */
  Problem hide(Problem problem) {
    boolean isSilent = repeats(problem);
    return new Problem(
        problem.severity(),
        problem.check(),
        where(problem.location()),
        isSilent ? Words.say("personal.what") : problem.what(),
        isSilent ? Words.say("personal.remedy") : problem.remedy());
  }

  private SourceLocation where(SourceLocation location) {
    return new SourceLocation(shown(location.file()), location.line(), location.columns());
  }

  /** A file's name, or what stands in its place. */
  String shown(String file) {
    return files.contains(file)
        ? file.substring(0, file.lastIndexOf('/') + 1) + Words.say("personal.file")
        : file;
  }

  private boolean repeats(Problem problem) {
    String said = problem.what() + "\n" + problem.remedy();
    boolean isOfPersonalLine =
        !problem.check().equals(CHECK)
            && lines.contains(line(problem.location()))
            && QUOTED.matcher(said).find();
    return isOfPersonalLine || files.stream().map(PersonalNames::name).anyMatch(said::contains);
  }

  /** Files are named with and without {@code research/} and ending. */
  private static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.[^.]*$", "");
  }

  private static SourceLocation line(SourceLocation location) {
    return new SourceLocation(location.file(), location.line());
  }
}
