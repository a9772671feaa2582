package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A note is text: nothing in it is evaluated, so Liquid would show as it is written. */
final class LiquidCheck implements Check {

  private static final Pattern LIQUID = Pattern.compile("\\{%[^%\\n]*%}|\\{\\{[^}\\n]*}}");

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    Matcher matcher = LIQUID.matcher(note.source());
    if (!matcher.find()) {
      return List.of();
    }
    int line =
        1
            + (int)
                note.source().substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
    return List.of(
        Problem.warning(
            "liquid",
            new SourceLocation(note.file(), line),
            "Liquid in a note is not evaluated and shows as it is written",
            "Write the text, the link or the image itself."));
  }
}
