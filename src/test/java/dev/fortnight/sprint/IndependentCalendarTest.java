package dev.fortnight.sprint;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.property.RecurrenceRule;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Iterator;
import java.util.List;
import java.util.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Thirty years of sprints, from 3 January 2005, against recurrence rules of iCalendar. Those are
 * expanded by biweekly, which knows nothing of {@code java.time}, in {@link TimeZone}, which
 * computes with code of its own; and where ical4j's copy of a zone's rules has its history, with
 * these too.
 */
class IndependentCalendarTest {

  private static final int WEEKS = 1566;

  @ParameterizedTest(name = "{0}, every {1} weeks, at {2}:{3}")
  @CsvSource({
    "Europe/London, 2, 14, 0",
    "Europe/London, 1, 0, 30",
    "Europe/London, 3, 23, 59",
    "America/New_York, 2, 14, 0",
    "America/New_York, 1, 9, 15",
    "Australia/Lord_Howe, 2, 14, 0",
    "Australia/Lord_Howe, 1, 0, 10",
    "Pacific/Apia, 2, 14, 0",
    "Pacific/Apia, 3, 8, 45",
    "UTC, 2, 14, 0",
  })
  void reviewsAndCallsComeWhenARecurrenceRuleSaysSo(String zone, int weeks, int hour, int minute) {
    TimeZone rules = TimeZone.getTimeZone(zone);

    assertThat(reviews(zone, weeks, hour, minute))
        .isEqualTo(recurring(rules, weeks, DayOfWeek.FRIDAY, hour, minute));
    assertThat(calls(zone, weeks, hour, minute))
        .isEqualTo(recurring(rules, weeks, DayOfWeek.SUNDAY, hour, minute));
  }

  @ParameterizedTest
  @CsvSource({"Europe/London, 2", "Europe/London, 1", "America/New_York, 2", "UTC, 3"})
  void theySayTheSameWithARuleBookOfZonesThatIsNotOfTheJdk(String zone, int weeks) {
    TimeZone rules = TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(zone);

    assertThat(reviews(zone, weeks, 14, 0))
        .isEqualTo(recurring(rules, weeks, DayOfWeek.FRIDAY, 14, 0));
  }

  private static List<Instant> reviews(String zone, int weeks, int hour, int minute) {
    SprintCalendar calendar = calendar(zone, weeks, hour, minute);
    List<Instant> reviews = new ArrayList<>();
    for (int number = 1; number <= WEEKS / weeks; number++) {
      reviews.add(calendar.sprint(number).review().toInstant());
    }
    return reviews;
  }

  private static List<Instant> calls(String zone, int weeks, int hour, int minute) {
    SprintCalendar calendar = calendar(zone, weeks, hour, minute);
    List<Instant> calls = new ArrayList<>();
    Instant after = Instant.parse("2005-01-01T00:00:00Z");
    while (calls.size() < WEEKS / weeks) {
      after = calendar.nextOpenCall(after).openCall().orElseThrow().toInstant().plusNanos(1);
      calls.add(after.minusNanos(1));
    }
    return calls;
  }

  private static SprintCalendar calendar(String zone, int weeks, int hour, int minute) {
    String time = "%02d:%02d".formatted(hour, minute);
    return new Cycles()
        .in(zone)
        .from("2005-01-03")
        .length(7 * weeks)
        .review("FRI " + time)
        .call("SUN " + time)
        .calendar();
  }

  private static List<Instant> recurring(
      TimeZone rules, int weeks, DayOfWeek day, int hour, int minute) {
    Calendar start = new GregorianCalendar(rules);
    start.clear();
    int ofFirst = day == DayOfWeek.FRIDAY ? 7 : 9;
    start.set(2005, Calendar.JANUARY, ofFirst + 7 * (weeks - 1), hour, minute);
    RecurrenceRule rule =
        new RecurrenceRule(
            new Recurrence.Builder(Frequency.WEEKLY).interval(weeks).byDay(day).build());
    Iterator<Date> dates = rule.getDateIterator(start.getTime(), rules);
    List<Instant> instants = new ArrayList<>();
    while (instants.size() < WEEKS / weeks) {
      instants.add(dates.next().toInstant());
    }
    return instants;
  }
}
