package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A topic is named by the whole number of its issue, or by its slug. */
final class TopicNumberCheck implements NoteCheck {

  private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9._-]{1,100}-)?[0-9]{1,18}");

  private static final Pattern DIGITS = Pattern.compile("[^0-9]{0,20}([0-9]{1,18})[^0-9]{0,20}");

  /** Whether a text may name a topic. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  @Override
  public List<Problem> problems(Note note, Publication publication) {
    List<Problem> problems = new ArrayList<>();
    for (String key : List.of("topics", "topic")) {
      Object value = note.frontMatter().values().get(key);
      List<?> elements =
          value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
      elements.stream()
          .map(element -> problem(note, key, element))
          .flatMap(Optional::stream)
          .forEach(problems::add);
    }
    return problems;
  }

  private static Optional<Problem> problem(Note note, String key, Object element) {
    boolean isScalar = element != null && !(element instanceof List) && !(element instanceof Map);
    String written = isScalar ? String.valueOf(element).strip() : "";
    if (isName(written)) {
      return Optional.empty();
    }
    boolean isOneNumber = DIGITS.matcher(written).matches();
    return Optional.of(
        Problem.warning(
            "topic",
            isScalar ? note.atValue(key, written) : note.atKey(key),
            "this topic is neither a whole number nor a topic's name, so it is not shown",
            isOneNumber
                ? "Did you mean " + DIGITS.matcher(written).replaceFirst("$1") + "?"
                : "Write the numbers of issues, for example [12, 14]."));
  }
}
