package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/** Nobody in the register is named in a note. */
final class RegisterCheck implements Check {

  private static final String REMEDY = "Use the pseudonym instead.";

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    Register register = research.snapshot().register();
    if (register.isEmpty()) {
      return List.of();
    }
    boolean isNamed =
        register.names(note.source())
            || register.names(note.path().replaceAll("[-_./]+", " "))
            || register.names(note.prose().text())
            || register.names(note.configured().toString());
    if (!isNamed) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    String[] lines = note.source().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (register.names(lines[i])) {
        problems.add(problem(note, i + 1));
      }
    }
    return problems.isEmpty() ? List.of(problem(note, 0)) : problems;
  }

  private static Problem problem(Note note, int line) {
    return Problem.error(
        "register",
        new SourceLocation(note.file(), line),
        "this names somebody in the register of participants, so this note is not published",
        REMEDY);
  }
}
