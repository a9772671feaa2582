package dev.fortnight.sprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings at an hour that the clock leaves out or shows twice. Expected values by hand. */
class ClockChangesTest {

  @ParameterizedTest(name = "{1} in {0}, sprint of a week from {2}: {3}")
  @CsvSource({
    // the clock goes from 1:00 to 2:00: half an hour after 1:00 is 2:30
    "Europe/London, SUN 01:30, 2027-03-22, 2027-03-28T02:30+01:00",
    // the hour before and the hour after are what they say
    "Europe/London, SUN 00:59, 2027-03-22, 2027-03-28T00:59Z",
    "Europe/London, SUN 02:00, 2027-03-22, 2027-03-28T02:00+01:00",
    // the clock shows 1:30 twice: the first is meant, still in summer time
    "Europe/London, SUN 01:30, 2027-10-25, 2027-10-31T01:30+01:00",
    "America/New_York, SUN 02:30, 2027-03-08, 2027-03-14T03:30-04:00",
    "America/New_York, SUN 01:30, 2027-11-01, 2027-11-07T01:30-04:00",
    // half an hour only
    "Australia/Lord_Howe, SUN 02:15, 2027-09-27, 2027-10-03T02:45+11:00",
    "Australia/Lord_Howe, SUN 01:45, 2027-03-29, 2027-04-04T01:45+11:00",
    // a day that there never was: Samoa went from Thursday to Saturday
    "Pacific/Apia, FRI 14:00, 2011-12-26, 2011-12-31T14:00+14:00",
    "UTC, SUN 01:30, 2027-03-22, 2027-03-28T01:30Z",
  })
  void aMeetingInAGapIsCountedOnFromBeforeItAndOneInAnOverlapIsTheFirst(
      String zone, String review, String first, String expected) {
    Sprint sprint = new Cycles().in(zone).from(first).length(7).review(review).calendar().sprint(1);

    assertThat(sprint.review().toOffsetDateTime()).hasToString(expected);
  }
}
