package dev.fortnight.site;

import dev.fortnight.check.Weight;
import dev.fortnight.note.Consent;
import dev.fortnight.note.NoteKind;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The wording that pages get from the build; the rest stands in the layouts. */
final class Words {

  private final DateTimeFormatter day;
  private final DateTimeFormatter month;
  private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  Words(Locale language) {
    this.day = DateTimeFormatter.ofPattern("d MMMM uuuu", language);
    this.month = DateTimeFormatter.ofPattern("MMMM uuuu", language);
  }

  /** {@code 14 June 2026}. */
  String day(LocalDate date) {
    return day.format(date);
  }

  /** {@code June 2026}. */
  String month(LocalDate date) {
    return month.format(date);
  }

  /** {@code 16:00}. */
  String time(ZonedDateTime moment) {
    return time.format(moment);
  }

  /** {@code Desk research} of {@code desk-research}. */
  static String method(String method) {
    return capitalised(method.replace('-', ' '));
  }

  static String capitalised(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int end = text.offsetByCodePoints(0, 1);
    return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
  }

  static String consent(Consent consent) {
    return switch (consent) {
      case PUBLIC -> "May be read by anybody";
      case FINDINGS_ONLY -> "May be quoted in findings";
      case INTERNAL, WITHDRAWN -> "Not for publication";
    };
  }

  /** {@code 4 people, 2 methods, 1 contradicts}. */
  static String weight(Weight weight) {
    List<String> parts = new ArrayList<>();
    if (weight.people() > 0) {
      parts.add(count(weight.people(), "person", "people"));
      parts.add(count(weight.methods(), "method", "methods"));
    }
    if (weight.contradicting() > 0) {
      parts.add(
          weight.contradicting() == 1 ? "1 contradicts" : weight.contradicting() + " contradict");
    }
    return String.join(", ", parts);
  }

  static String withheld(int count) {
    return count == 1
        ? "One piece of evidence is not shown here, because the session that it comes from is not"
            + " public or not reviewed yet."
        : count
            + " pieces of evidence are not shown here, because the sessions that they come from are"
            + " not public or not reviewed yet.";
  }

  static String count(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** The title of a section. */
  static String section(NoteKind kind) {
    return kind == NoteKind.INTERVIEW ? "Sessions" : capitalised(kind.folder());
  }

  /** The word for one of a kind. */
  static String kind(NoteKind kind) {
    return kind == NoteKind.INTERVIEW ? "Session" : capitalised(kind.word());
  }
}
