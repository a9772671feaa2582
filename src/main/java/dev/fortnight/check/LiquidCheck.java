package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A note is text: nothing in it is evaluated, so Liquid would show as it is written. */
final class LiquidCheck implements NoteCheck {

  @Override
  public List<Problem> problems(Note note, Publication publication) {
    if (!note.source().contains("{%") && !note.source().contains("{{")) {
      return List.of();
    }
    String[] lines = note.source().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Optional<SourceLocation.Columns> columns =
          columns(lines[i], "{%", "%}").or(inDoubleBraces(lines[i]));
      if (columns.isPresent()) {
        return List.of(
            Problem.warning(
                "liquid",
                new SourceLocation(note.file(), i + 1, columns),
                "Liquid in a note is not evaluated and shows as it is written",
                "Write the text, the link or the image itself."));
      }
    }
    return List.of();
  }

  private static Supplier<Optional<SourceLocation.Columns>> inDoubleBraces(String line) {
    return () -> columns(line, "{{", "}}");
  }

  private static Optional<SourceLocation.Columns> columns(String line, String open, String close) {
    int from = line.indexOf(open);
    int to = from < 0 ? -1 : line.indexOf(close, from + open.length());
    return to < 0
        ? Optional.empty()
        : Optional.of(
            new SourceLocation.Columns(
                line.codePointCount(0, from) + 1, line.codePointCount(0, to + close.length()) + 1));
  }
}
