package dev.fortnight.note;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.StrictYaml;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with one {@code _config.yml}. */
final class ConfigurationProblems {

  static final String CHECK = "configuration";

  private static final String CONSEQUENCE = ", so no note is published until it is corrected";

  private final String file;
  private final StrictYaml.Mapping document;
  private final List<Problem> problems = new ArrayList<>();
  private boolean isReadable = true;

  ConfigurationProblems(String file, StrictYaml.Mapping document) {
    this.file = file;
    this.document = document;
  }

  /** A file that says nothing that can be relied on. */
  static NoteConfiguration unreadable(String file, int line, String what, String remedy) {
    SourceLocation location = new SourceLocation(file, line);
    return new NoteConfiguration(
        List.of(), false, List.of(Problem.error(CHECK, location, what + CONSEQUENCE, remedy)));
  }

  /**
   * Something that cannot be understood.
   *
   * @param path of the key, with the numbers of list elements
   */
  void refuse(String path, String what, String remedy) {
    isReadable = false;
    error(path, what + CONSEQUENCE, remedy);
  }

  void error(String path, String what, String remedy) {
    problems.add(Problem.error(CHECK, location(path), what, remedy));
  }

  void warning(String path, String what, String remedy) {
    problems.add(Problem.warning(CHECK, location(path), what, remedy));
  }

  boolean isReadable() {
    return isReadable;
  }

  List<Problem> all() {
    return problems.stream().sorted().toList();
  }

  /** The line of a key, or of the nearest one around it. */
  private SourceLocation location(String path) {
    String around = path;
    while (!document.numberedLines().containsKey(around) && around.contains(".")) {
      around = around.substring(0, around.lastIndexOf('.'));
    }
    return new SourceLocation(file, document.numberedLines().getOrDefault(around, 1));
  }
}
