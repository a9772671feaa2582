package dev.fortnight.programme;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the {@code cycle} of {@code programme.yml}. */
final class CycleReader {

  private CycleReader() {}

  static Programme.Cycle read(Section section) {
    Programme.Cycle cycle =
        new Programme.Cycle(
            section
                .read("first", "a day such as 2026-11-02", LocalDate::parse)
                .orElse(LocalDate.of(2026, 1, 5)),
            section
                .read("length", "a number of days such as P14D", ProgrammeValues::days)
                .orElse(Period.ofDays(14)),
            section
                .read("zone", "a time zone such as Europe/London", ZoneId::of)
                .orElse(ZoneId.of("Europe/London")),
            section
                .read("review", "a weekday and time such as FRI 14:00", ProgrammeValues::meeting)
                .orElse(new Programme.Meeting(DayOfWeek.FRIDAY, LocalTime.of(14, 0))),
            section.read(
                "open-call", "a weekday and time such as WED 16:00", ProgrammeValues::meeting),
            section.read(
                "holidays",
                "one of " + String.join(", ", HolidayCalendar.words()),
                word -> HolidayCalendar.of(word).orElseThrow()),
            section
                .read("deadline", "a duration such as PT48H", ProgrammeValues::duration)
                .orElse(Duration.ofHours(48)),
            changes(section.sections("changes")),
            Collections.emptySortedSet(),
            section.read(
                "join", "an https address that anybody can open", ProgrammeValues::openAddress));
    List<LocalDate> cancelled =
        section.all(
            "cancelled",
            "a list of days on which a review or an open call would be held, such as 2026-12-25"
                + (cycle.holidays().isPresent()
                    ? " (what a holiday moves goes by the day that it moves from)"
                    : ""),
            text -> ProgrammeValues.meetingDay(text, cycle));
    section.finish();
    return cycle.without(cancelled);
  }

  private static List<SprintChange> changes(List<Section> sections) {
    Map<Integer, SprintChange> changes = new TreeMap<>();
    for (Section section : sections) {
      Optional<SprintChange> change = change(section);
      if (change.isPresent() && changes.putIfAbsent(change.get().sprint(), change.get()) != null) {
        section.reportIgnored("sprint " + change.get().sprint() + " is changed twice");
      }
    }
    return List.copyOf(changes.values());
  }

  private static Optional<SprintChange> change(Section section) {
    Optional<Integer> sprint =
        section.read("sprint", "the number of a sprint", ProgrammeValues::sprint);
    Optional<Period> length =
        section.read("length", "a number of days such as P21D", ProgrammeValues::days);
    boolean isSkipped = section.flag("skipped", false, false);
    Optional<String> why =
        section.read("why", "a sentence of up to 200 characters", ProgrammeValues::sentence);
    section.finish();
    if (sprint.isEmpty() || why.isEmpty() || length.isPresent() == isSkipped) {
      section.reportIgnored(
          "a change needs the number of its 'sprint', 'why', and either 'length' or 'skipped:"
              + " true'");
      return Optional.empty();
    }
    return Optional.of(
        isSkipped
            ? new SprintChange.Skipped(sprint.get(), why.get())
            : new SprintChange.Lasting(sprint.get(), length.get(), why.get()));
  }
}
