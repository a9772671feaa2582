package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.feed.CalendarFile;
import dev.fortnight.site.feed.Meeting;
import dev.fortnight.sprint.Appointment;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reviews and open calls of a programme to subscribe to, past and to come. */
final class MeetingCalendar {

  static final String FILE = "calendar.ics";

  /** How many sprints to come it tells of. */
  private static final int AHEAD = 6;

  /** And how many that are over. */
  private static final int BEHIND = 52;

  /** {@code programme.yml} says when a meeting begins and not how long it takes. */
  private static final Duration LENGTH = Duration.ofHours(1);

  private final CheckedResearch research;
  private final Programme programme;
  private final Tree tree;
  private final Messages messages;
  private final AppointmentWords appointments;
  private final boolean hasCallPage;

  /**
   * @param hasCallPage whether the tree has a page that says more of an open call
   */
  MeetingCalendar(
      CheckedResearch research, Tree tree, Words words, Messages messages, boolean hasCallPage) {
    this.research = research;
    this.programme = research.programme();
    this.tree = tree;
    this.messages = messages;
    this.appointments = new AppointmentWords(words, messages);
    this.hasCallPage = hasCallPage;
  }

  byte[] bytes() {
    SprintCalendar calendar = new SprintCalendar(programme.cycle());
    int now =
        tree instanceof Tree.Edition edition
            ? edition.sprint()
            : calendar.at(research.now()).number();
    List<Meeting> meetings = new ArrayList<>();
    for (int number = Math.max(1, now - BEHIND); number <= now + AHEAD; number++) {
      Sprint sprint = calendar.sprint(number);
      sprint.callAppointment().ifPresent(call -> meetings.add(call(sprint, call)));
      meetings.add(review(sprint));
    }
    var begun = programme.cycle().first().atStartOfDay(programme.cycle().zone());
    return CalendarFile.bytes(programme.title(), begun.toInstant(), meetings);
  }

  private Meeting call(Sprint sprint, Appointment call) {
    String page = hasCallPage ? OpenCallPage.ADDRESS : takePart();
    Optional<String> place = OpenCallPage.join(research).map(URI::toString);
    return meeting("call", sprint, call, page, place, appointments.ofCall(call));
  }

  private Meeting review(Sprint sprint) {
    Appointment review = sprint.reviewAppointment();
    Optional<String> moved = appointments.ofReview(review);
    return meeting("review", sprint, review, takePart(), Optional.empty(), moved);
  }

  private Meeting meeting(
      String kind,
      Sprint sprint,
      Appointment appointment,
      String page,
      Optional<String> place,
      Optional<String> moved) {
    List<String> remarks = new ArrayList<>(appointments.changes(sprint, research));
    moved.map(Words::capitalised).ifPresent(remarks::add);
    ZonedDateTime start = appointment.at();
    return new Meeting(
        programme.site().url() + "#" + kind + "-" + sprint.number(),
        messages.say("calendar." + kind, programme.title(), sprint.number()),
        programme.site().url() + page,
        place,
        remarks.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", remarks)),
        start.toInstant(),
        start.plus(LENGTH).toInstant(),
        version(sprint, appointment),
        appointment.isCancelled());
  }

  /** Everything that can happen to a meeting adds to it, and nothing is ever taken back. */
  private static int version(Sprint sprint, Appointment appointment) {
    return sprint.decisions()
        + (appointment.move().isPresent() ? 1 : 0)
        + (appointment.isCancelled() ? 1 : 0);
  }

  private String takePart() {
    return research.note("pages/take-part.md").map(CheckedNote::address).orElse("");
  }
}
