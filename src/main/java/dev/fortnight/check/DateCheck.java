package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What should be a date is one. Dates that consent hangs on are {@link ConsentCheck}'s. */
final class DateCheck implements NoteCheck {

  private static final String NAME = "date";

  private static final Pattern NAMED = Pattern.compile("(?:.*/)?(\\d{4}-\\d{2}-\\d{2})-[^/]+");

  /** Day, month and year, or month, day and year: which, only a day above 12 tells. */
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{4})");

  @Override
  public List<Problem> problems(Note note, Publication publication) {
    List<Problem> problems = new ArrayList<>();
    boolean isInFileName = NAMED.matcher(note.reference()).matches();
    if (isUnreadable(note, NAME)) {
      problems.add(unreadable(note, NAME, consequence(note, isInFileName)));
    } else if (note.date().isEmpty() && isInFileName) {
      problems.add(
          Problem.warning(
              NAME,
              SourceLocation.file(note.file()),
              "the date in the file name is no day of the calendar, so this note has no date",
              "Correct the file name, or add 'date'."));
    }
    for (String key : List.of("last_modified_at", "last_confirmed")) {
      if (isUnreadable(note, key)) {
        problems.add(unreadable(note, key, "so it is not shown"));
      }
    }
    return problems;
  }

  private static boolean isUnreadable(Note note, String key) {
    return note.frontMatter().values().containsKey(key) && note.frontMatter().date(key).isEmpty();
  }

  private static String consequence(Note note, boolean isInFileName) {
    return note.date()
        .map(date -> "so the file name's date counts, " + date)
        .orElse(
            isInFileName
                ? "and the file name's is no day of the calendar, so this note has no date"
                : "so this note has no date");
  }

  private static Problem unreadable(Note note, String key, String consequence) {
    String written = note.frontMatter().text(key).orElse("");
    return Problem.warning(
        NAME,
        note.atValue(key),
        "'" + key + "' is no date that Fortnight can read, " + consequence,
        turned(written)
            .map(date -> "Did you mean " + date + "?")
            .orElse("Write it as 2026-11-30, the year first."));
  }

  private static Optional<LocalDate> turned(String written) {
    Matcher matcher = YEAR_LAST.matcher(written);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int one = Integer.parseInt(matcher.group(1));
    int two = Integer.parseInt(matcher.group(2));
    boolean isClear = one > 12 || two > 12 || one == two;
    try {
      return isClear
          ? Optional.of(
              LocalDate.of(
                  Integer.parseInt(matcher.group(3)), Math.min(one, two), Math.max(one, two)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
