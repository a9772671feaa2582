package dev.fortnight.cli;

import dev.fortnight.privacy.PersonalDataSearch;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps out of what is printed the personal data that a problem repeats without knowing: a file's
 * name, or words of a line that another check has found somebody in.
 */
final class Discretion {

  /** The checks that say in which line somebody is. */
  private static final Set<String> FINDING = Set.of("personal-data");

  private static final String WHAT =
      "what the check says here is not shown, because it would repeat personal data";
  private static final String REMEDY = "Take the personal data out, then check again.";

  private final PersonalLines personal;
  private final NamingTexts naming;
  private final Path folder;
  private final Set<SourceLocation> lines;
  private final Set<String> files;
  private final Map<String, String> names = new HashMap<>();

  /**
   * @param found all problems, shown or not
   * @param folder the programme's folder
   */
  Discretion(List<Problem> found, PersonalDataSearch search, Path folder) {
    this(found, search, folder, new NamingTexts());
  }

  /** The same after another one, which {@code naming} remembers. */
  Discretion(List<Problem> found, PersonalDataSearch search, Path folder, NamingTexts naming) {
    this.personal = new PersonalLines(found, search);
    this.naming = naming.asOf(search);
    this.folder = folder;
    this.lines =
        found.stream()
            .filter(problem -> FINDING.contains(problem.check()) && problem.location().line() > 0)
            .map(problem -> line(problem.location()))
            .collect(Collectors.toSet());
    this.files =
        found.stream()
            .filter(problem -> isFile(problem.location().file()))
            .filter(problem -> isInName(problem) || naming.isNaming(problem.location().file()))
            .map(problem -> problem.location().file())
            .collect(Collectors.toSet());
  }

  /** For what has no problems. */
  static Discretion withNothingToHide(Path folder) {
    return new Discretion(List.of(), PersonalDataSearch.NOTHING, folder);
  }

  private static SourceLocation line(SourceLocation location) {
    return new SourceLocation(location.file(), location.line());
  }

  private static boolean isFile(String file) {
    return file.startsWith("research/");
  }

  /** What the detectors find in no line of a file stands in its name. */
  private static boolean isInName(Problem problem) {
    return problem.check().equals("personal-data") && problem.location().line() == 0;
  }

  /** Problems that can be printed anywhere, by file. */
  List<Problem> of(List<Problem> problems) {
    return problems.stream().map(this::of).sorted().toList();
  }

  private Problem of(Problem problem) {
    boolean isHidden = repeats(problem, problem.what()) || repeats(problem, problem.remedy());
    if (!isHidden && !files.contains(problem.location().file())) {
      return problem;
    }
    return new Problem(
        problem.severity(),
        problem.check(),
        of(problem.location()),
        isHidden ? WHAT : problem.what(),
        isHidden ? REMEDY : problem.remedy());
  }

  private SourceLocation of(SourceLocation location) {
    return new SourceLocation(name(location.file()), location.line(), location.columns());
  }

  /** A file's name, or what stands in its place. */
  String name(String file) {
    return files.contains(file)
        ? names.computeIfAbsent(file, hidden -> HiddenName.of(folder, hidden))
        : file;
  }

  private boolean repeats(Problem problem, String text) {
    boolean isPlain = text.indexOf('\'') < 0 && text.indexOf('/') < 0;
    if (isPlain || FINDING.contains(problem.check())) {
      return false;
    }
    boolean isPersonal = !lines.isEmpty() && lines.contains(line(problem.location()));
    return naming.partsFromNotes(text).stream().anyMatch(part -> isPersonal || isPersonal(part));
  }

  private boolean isPersonal(String text) {
    return naming.isNaming(text) || namesFile(text);
  }

  /** Files are named with and without {@code research/} and ending. */
  private boolean namesFile(String text) {
    return files.stream()
        .map(file -> file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.[^.]*$", ""))
        .anyMatch(text::contains);
  }

  /** Whether the line that a problem is about stays unprinted. */
  boolean hides(Problem problem, SourceLine line) {
    return personal.covers(problem, line) || isPersonal(line.text());
  }
}
