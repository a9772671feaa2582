package dev.fortnight.edition;

import dev.fortnight.check.CheckedFile;
import dev.fortnight.programme.HolidayCalendar;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.SprintChange;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes out of a programme what pages say of it, and puts an approved form of that back in. */
final class PublicPart {

  private static final String CHANGE = "cycle-sprint-";

  private static final String SKIPPED = "skipped";

  private PublicPart() {}

  static ItemContent.OfProgramme of(Programme programme, Map<String, CheckedFile> files) {
    SortedMap<String, String> values = new TreeMap<>();
    values.put("title", programme.title());
    values.put("summary", programme.summary());
    values.put("language", programme.language().toLanguageTag());
    values.put("url", programme.site().url().toString());
    values.put("colour", programme.site().colour());
    values.put("licence", programme.site().licence());
    putCycle(programme.cycle(), values);
    programme.site().contact().ifPresent(contact -> values.put("contact", contact));
    programme
        .site()
        .logo()
        .map(files::get)
        .ifPresent(
            file -> {
              values.put("logo", file.path());
              values.put("logo-hash", file.hash());
            });
    return new ItemContent.OfProgramme(values);
  }

  /** Pages say when sprints, reviews and calls are. */
  private static void putCycle(Programme.Cycle cycle, SortedMap<String, String> values) {
    values.put("cycle-first", cycle.first().toString());
    values.put("cycle-length", cycle.length().toString());
    values.put("cycle-zone", cycle.zone().toString());
    values.put("cycle-review", text(cycle.review()));
    cycle.openCall().ifPresent(call -> values.put("cycle-open-call", text(call)));
    cycle.holidays().ifPresent(calendar -> values.put("cycle-holidays", calendar.word()));
    cycle.join().ifPresent(address -> values.put("cycle-join", address.toString()));
    cycle.changes().forEach(change -> values.put(CHANGE + change.sprint(), text(change)));
    if (!cycle.cancelled().isEmpty()) {
      values.put("cycle-cancelled", days(cycle.cancelled()));
    }
  }

  private static String days(SortedSet<LocalDate> days) {
    return days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
  }

  private static SortedSet<LocalDate> days(String text) {
    return Stream.of(text.split(" "))
        .map(LocalDate::parse)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(SprintChange change) {
    return change instanceof SprintChange.Lasting lasting
        ? lasting.length() + " " + change.why()
        : SKIPPED + " " + change.why();
  }

  private static List<SprintChange> changes(SortedMap<String, String> values) {
    return values.entrySet().stream()
        .filter(value -> value.getKey().startsWith(CHANGE))
        .map(value -> change(value.getKey().substring(CHANGE.length()), value.getValue()))
        .sorted(Comparator.comparing(SprintChange::sprint))
        .toList();
  }

  private static SprintChange change(String number, String text) {
    int sprint = Integer.parseInt(number);
    String[] parts = text.split(" ", 2);
    return parts[0].equals(SKIPPED)
        ? new SprintChange.Skipped(sprint, parts[1])
        : new SprintChange.Lasting(sprint, Period.parse(parts[0]), parts[1]);
  }

  private static String text(Programme.Meeting meeting) {
    return meeting.day() + " " + meeting.time();
  }

  private static Programme.Meeting meeting(String text) {
    String[] parts = text.split(" ");
    return new Programme.Meeting(DayOfWeek.valueOf(parts[0]), LocalTime.parse(parts[1]));
  }

  /** Programmes that were approved before their cycle was part of it keep the newest one. */
  private static Programme.Cycle cycle(Programme.Cycle newest, SortedMap<String, String> values) {
    if (!values.containsKey("cycle-first")) {
      return newest;
    }
    return new Programme.Cycle(
        LocalDate.parse(values.get("cycle-first")),
        Period.parse(values.get("cycle-length")),
        ZoneId.of(values.get("cycle-zone")),
        meeting(values.get("cycle-review")),
        Optional.ofNullable(values.get("cycle-open-call")).map(PublicPart::meeting),
        Optional.ofNullable(values.get("cycle-holidays")).flatMap(HolidayCalendar::of),
        newest.deadline(),
        changes(values),
        Optional.ofNullable(values.get("cycle-cancelled"))
            .map(PublicPart::days)
            .orElse(Collections.emptySortedSet()),
        Optional.ofNullable(values.get("cycle-join")).map(URI::create));
  }

  static Programme in(Programme programme, SortedMap<String, String> values) {
    return new Programme(
        programme.id(),
        values.get("title"),
        values.get("summary"),
        Locale.forLanguageTag(values.get("language")),
        cycle(programme.cycle(), values),
        programme.notes(),
        programme.backlog(),
        new Programme.Site(
            URI.create(values.get("url")),
            values.get("colour"),
            Optional.ofNullable(values.get("logo")),
            Optional.ofNullable(values.get("contact")),
            values.get("licence")),
        programme.publication(),
        programme.announcements(),
        programme.review(),
        programme.allowed());
  }
}
