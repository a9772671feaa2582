package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.List;

/** A note is text: nothing in it is evaluated, so Liquid would show as it is written. */
final class LiquidCheck implements Check {

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    String[] lines = note.source().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (holds(lines[i], "{%", "%}") || holds(lines[i], "{{", "}}")) {
        return List.of(
            Problem.warning(
                "liquid",
                new SourceLocation(note.file(), i + 1),
                "Liquid in a note is not evaluated and shows as it is written",
                "Write the text, the link or the image itself."));
      }
    }
    return List.of();
  }

  private static boolean holds(String line, String open, String close) {
    int at = line.indexOf(open);
    return at >= 0 && line.indexOf(close, at + open.length()) >= 0;
  }
}
