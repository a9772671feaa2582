package dev.fortnight.cli;

import dev.fortnight.note.NoteReader;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a check comes to, in one line. */
final class CheckSummary {

  private static final String RESEARCH = "research/";
  private static final String TOPIC = "topic ";

  private CheckSummary() {}

  /**
   * @param notes the files of the notes that could be read
   * @param problems what was found in these and other files
   * @param none what to say where there are no notes
   */
  static String of(List<String> notes, List<Problem> problems, String none) {
    Set<String> all = new TreeSet<>(notes);
    Set<String> files = files(problems);
    files.stream().filter(CheckSummary::isNote).forEach(all::add);
    long bad = files.stream().filter(CheckSummary::isNote).count();
    String fine = all.isEmpty() ? none : fine(all.size() - bad);
    if (problems.isEmpty()) {
      return fine;
    }
    return "%s with problems: %s.%s"
        .formatted(places(files), counts(problems), all.size() == bad ? "" : " " + fine);
  }

  private static String counts(List<Problem> problems) {
    long errors = count(problems, Severity.ERROR);
    long questions = count(problems, Severity.QUESTION);
    String warnings = Counts.of(count(problems, Severity.WARNING), "warning", "warnings");
    return Counts.of(errors, "error", "errors")
        + (questions == 0 ? "" : ", " + Counts.of(questions, "question", "questions"))
        + ", "
        + warnings;
  }

  private static long count(List<Problem> problems, Severity severity) {
    return problems.stream().filter(problem -> problem.severity() == severity).count();
  }

  /** How many of the notes that were just counted have problems, and what else has some. */
  static String withProblems(List<Problem> problems) {
    Set<String> others = files(problems);
    int all = others.size();
    others.removeIf(CheckSummary::isNote);
    String notes = all - others.size() + " with problems";
    return others.isEmpty() ? notes : notes + ", " + places(others) + " with problems";
  }

  /** The files that problems are in. */
  static Set<String> files(List<Problem> problems) {
    Set<String> files = new TreeSet<>();
    problems.forEach(problem -> files.add(problem.location().file()));
    return files;
  }

  private static String fine(long notes) {
    return Counts.of(notes, "note is fine.", "notes are fine.");
  }

  private static String places(Set<String> files) {
    long notes = files.stream().filter(CheckSummary::isNote).count();
    long topics = files.stream().filter(file -> file.startsWith(TOPIC)).count();
    long others = files.size() - notes - topics;
    List<String> places = new ArrayList<>();
    if (notes > 0) {
      places.add(Counts.of(notes, "note", "notes"));
    }
    if (topics > 0) {
      places.add(Counts.of(topics, "topic", "topics"));
    }
    if (others > 0) {
      places.add(
          places.isEmpty()
              ? Counts.of(others, "file", "files")
              : Counts.of(others, "other file", "other files"));
    }
    String last = places.remove(places.size() - 1);
    return places.isEmpty() ? last : String.join(", ", places) + " and " + last;
  }

  private static boolean isNote(String file) {
    String path = HiddenName.folder(file).map(folder -> folder + "hidden.md").orElse(file);
    return path.startsWith(RESEARCH) && NoteReader.isNote(path.substring(RESEARCH.length()));
  }
}
