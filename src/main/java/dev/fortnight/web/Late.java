package dev.fortnight.web;

import dev.fortnight.cycle.PublicationState;
import dev.fortnight.cycle.PublishedTree;
import dev.fortnight.edition.Review;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.privacy.Waiver;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that is late, or will be soon.
 *
 * @param remedy empty where nothing can be done but what it says
 * @param link where something can be done about it; empty where nowhere here
 */
public record Late(String what, String remedy, String link) {

  /** In days; as long as a usual sprint. */
  private static final int SOON = 14;

  static List<Late> of(Glance glance) {
    List<Late> late = new ArrayList<>();
    late.addAll(review(glance));
    lastSprint(glance).ifPresent(late::add);
    glance.published().stream().flatMap(tree -> publication(tree, glance)).forEach(late::add);
    glance.notes(NoteKind.INTERVIEW).stream()
        .flatMap(session -> consent(session, glance))
        .forEach(late::add);
    glance.standing().review().waivers().stream()
        .flatMap(waiver -> waiver(waiver, glance))
        .forEach(late::add);
    return List.copyOf(late);
  }

  private static List<Late> review(Glance glance) {
    Review review = glance.standing().review();
    Sprint sprint = review.sprint();
    if (glance.standing().isSignedOff() || review.changed().isEmpty()) {
      return List.of();
    }
    if (glance.now().isAfter(sprint.deadline().toInstant())) {
      String until = glance.dates().meeting(sprint.deadline());
      return List.of(new Late(Words.say("late.deadline", sprint.number(), until), "", "/"));
    }
    boolean isHeld = !sprint.reviewAppointment().isCancelled();
    if (isHeld && glance.now().isAfter(sprint.review().toInstant())) {
      String at = glance.dates().meeting(sprint.review());
      int open = review.open().size();
      String what =
          open == 0 ? Words.say("late.review.unsigned", at) : Words.count("late.review", open, at);
      return List.of(new Late(what, "", "/"));
    }
    return List.of();
  }

  /** Empty before the first edition: who has not begun to publish is not late. */
  private static Optional<Late> lastSprint(Glance glance) {
    return new SprintCalendar(glance.programme().cycle())
        .before(glance.standing().review().sprint().number())
        .map(Sprint::number)
        .filter(last -> !glance.past().isEmpty() && !isClosed(last, glance))
        .map(last -> new Late(Words.say("late.sprint", last), "", ""));
  }

  private static boolean isClosed(int sprint, Glance glance) {
    return glance.past().stream().anyMatch(edition -> edition.sprint() == sprint)
        || glance.standing().undoWindow().filter(one -> one.sprint() == sprint).isPresent();
  }

  private static Stream<Late> publication(PublishedTree tree, Glance glance) {
    return tree.state() instanceof PublicationState.Overdue
        ? PublicationLine.of(List.of(tree), glance.dates()).stream()
            .map(line -> new Late(line.sentence(), line.remedy(), ""))
        : Stream.empty();
  }

  private static Stream<Late> consent(Note session, Glance glance) {
    return session
        .frontMatter()
        .date("consent_expires")
        .filter(day -> isSoon(day, glance))
        .map(
            day ->
                new Late(
                    Words.say(key(day, glance), glance.title(session), glance.dates().day(day)),
                    Words.say("late.consent.remedy"),
                    ""))
        .stream();
  }

  private static String key(LocalDate day, Glance glance) {
    return day.isBefore(glance.today()) ? "late.consent.over" : "late.consent.soon";
  }

  private static Stream<Late> waiver(Waiver waiver, Glance glance) {
    return isSoon(waiver.until(), glance)
        ? Stream.of(
            new Late(
                Words.say(
                    "late.waiver",
                    waiver.kind().noun(),
                    glance.names().shown("research/" + waiver.note()),
                    glance.dates().day(waiver.until())),
                Words.say("late.waiver.remedy"),
                ""))
        : Stream.empty();
  }

  private static boolean isSoon(LocalDate day, Glance glance) {
    return !day.isAfter(glance.today().plusDays(SOON));
  }
}
