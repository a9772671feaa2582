package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.feed.CalendarFile;
import dev.fortnight.site.feed.Meeting;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

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

  MeetingCalendar(CheckedResearch research, Tree tree, Messages messages) {
    this.research = research;
    this.programme = research.programme();
    this.tree = tree;
    this.messages = messages;
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
      sprint.openCall().ifPresent(call -> meetings.add(meeting("call", sprint, call, calendar)));
      meetings.add(meeting("review", sprint, sprint.review(), calendar));
    }
    var begun = programme.cycle().first().atStartOfDay(programme.cycle().zone());
    return CalendarFile.bytes(programme.title(), begun.toInstant(), meetings);
  }

  private Meeting meeting(
      String kind, Sprint sprint, ZonedDateTime start, SprintCalendar calendar) {
    return new Meeting(
        programme.site().url() + "#" + kind + "-" + sprint.number(),
        messages.say("calendar." + kind, programme.title(), sprint.number()),
        programme.site().url() + takePart(),
        start.toInstant(),
        start.plus(LENGTH).toInstant(),
        calendar.isCancelled(start));
  }

  private String takePart() {
    return research.note("pages/take-part.md").map(CheckedNote::address).orElse("");
  }
}
