package dev.fortnight.web;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.topic.github.Tombstone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sprint at a glance.
 *
 * @param topics by state, then and now
 * @param moved what became of topics in the sprint
 * @param sessions those that were held in it
 * @param others findings that speak of no assumption
 */
public record SprintPage(
    String programme,
    String sprint,
    String days,
    String meeting,
    List<Late> late,
    List<TopicCount> topics,
    String topicsNote,
    List<Moved> moved,
    String held,
    String methods,
    List<Session> sessions,
    List<AssumptionLine> assumptions,
    List<AssumptionLine.NoteLink> others,
    Freshness freshness) {

  /**
   * @param change {@code +2}, {@code −1} or {@code 0}
   */
  public record TopicCount(String state, int before, int now, String change) {}

  /**
   * A topic that moved.
   *
   * @param how {@code Closed}
   */
  public record Moved(String how, String title, String link) {}

  /** A session. */
  public record Session(String title, String link, String day) {}

  private static final String UNSAID = "interview";

  static SprintPage of(Glance glance, TopicMoves moves, List<Tombstone> gone, Freshness freshness) {
    Sprint sprint = glance.standing().review().sprint();
    Dates dates = glance.dates();
    List<Note> held = held(glance, sprint.first(), sprint.last());
    return new SprintPage(
        glance.programme().title(),
        Words.say("sprint.title", sprint.number()),
        dates.days(sprint.first(), sprint.last()),
        dates.meeting(sprint.review()),
        Late.of(glance),
        topics(moves),
        moves.openBefore() + moves.closedBefore() + moves.openNow() + moves.closedNow() == 0
            ? Words.say("sprint.topics.none")
            : "",
        moved(glance, moves, gone),
        held(glance, held.size(), sprint),
        methods(held, glance),
        held.stream().map(note -> session(note, glance)).toList(),
        AssumptionLine.of(glance),
        others(glance),
        freshness);
  }

  /** When the sprint began. */
  static Instant first(Glance glance) {
    return glance
        .standing()
        .review()
        .sprint()
        .first()
        .atStartOfDay(glance.programme().cycle().zone())
        .toInstant();
  }

  private static List<TopicCount> topics(TopicMoves moves) {
    return List.of(
        topics("topic.open", moves.openBefore(), moves.openNow()),
        topics("topic.closed", moves.closedBefore(), moves.closedNow()));
  }

  private static TopicCount topics(String state, int before, int now) {
    int change = now - before;
    return new TopicCount(
        Words.say(state),
        before,
        now,
        change > 0 ? "+" + change : change < 0 ? "\u2212" + -change : "0");
  }

  private static List<Moved> moved(Glance glance, TopicMoves moves, List<Tombstone> gone) {
    return Stream.concat(
            moves.moves().stream()
                .sorted(Comparator.comparing(TopicMoves.Move::kind))
                .map(
                    move ->
                        new Moved(
                            Words.say("topic.moved." + move.kind().name().toLowerCase(Locale.ROOT)),
                            glance.title(move.topic()),
                            glance.link(move.topic()))),
            Overview.gone(glance.standing(), gone, glance.dates()).stream()
                .map(sentence -> new Moved(Words.say("topic.moved.removed"), sentence, "")))
        .toList();
  }

  private static List<Note> held(Glance glance, LocalDate first, LocalDate last) {
    return glance.notes(NoteKind.INTERVIEW).stream()
        .filter(
            note ->
                note.date()
                    .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                    .filter(day -> !day.isAfter(glance.today()))
                    .isPresent())
        .sorted(Comparator.comparing((Note note) -> note.date().orElseThrow()).reversed())
        .toList();
  }

  private static String held(Glance glance, int now, Sprint sprint) {
    int all = held(glance, LocalDate.MIN, LocalDate.MAX).size();
    String said = Words.count("sprint.sessions", now);
    if (sprint.number() == 1) {
      return said;
    }
    int length = glance.programme().cycle().length().getDays();
    int before = held(glance, sprint.first().minusDays(length), sprint.first().minusDays(1)).size();
    return said + " " + Words.say("sprint.sessions.before", before, all);
  }

  /** What a note says of its method is shown where the checks let the note pass. */
  private static String methods(List<Note> held, Glance glance) {
    Map<String, Long> counted =
        held.stream()
            .map(
                note ->
                    glance.isAdmitted(note)
                        ? note.frontMatter().text("method").orElse(UNSAID)
                        : Words.say("sprint.method.other"))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    List<String> methods = new ArrayList<>();
    counted.forEach((method, count) -> methods.add(method.replace('-', ' ') + ": " + count));
    return methods.isEmpty() ? "" : Words.say("sprint.methods", String.join(", ", methods));
  }

  private static Session session(Note note, Glance glance) {
    return new Session(
        glance.title(note), glance.link(note), note.date().map(glance.dates()::day).orElse(""));
  }

  private static List<AssumptionLine.NoteLink> others(Glance glance) {
    return glance.newest().research().notes(NoteKind.FINDING).stream()
        .filter(finding -> glance.graph().assumptions(finding).isEmpty())
        .map(CheckedNote::content)
        .map(note -> new AssumptionLine.NoteLink(glance.title(note), glance.link(note)))
        .toList();
  }
}
