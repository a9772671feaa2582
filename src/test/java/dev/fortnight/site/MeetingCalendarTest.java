package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class MeetingCalendarTest {

  private static Illustration programme(String zone) {
    return new Illustration()
        .programme(
            """
            title: Parking permits
            cycle: {first: 2027-03-08, zone: %s, review: FRI 14:00, open-call: WED 16:00}
            site: {url: "https://example.org/permits/"}
            """
                .formatted(zone));
  }

  private static Map<String, ZonedDateTime> starts(SitePages site, String zone) throws Exception {
    Map<String, ZonedDateTime> starts = new TreeMap<>();
    List<VEvent> events =
        new CalendarBuilder()
            .build(new StringReader(site.text("calendar.ics")))
            .getComponents("VEVENT");
    for (VEvent event : events) {
      Instant start = Instant.from(event.<Instant>getDateTimeStart().getDate());
      starts.put(event.getSummary().getValue(), start.atZone(ZoneId.of(zone)));
    }
    return starts;
  }

  @Test
  void aCallKeepsItsHourOnTheWallBeforeAndAfterTheClocksChange() throws Exception {
    Map<String, ZonedDateTime> starts =
        starts(
            SitePages.working(programme("Europe/London").now("2027-03-10T12:00:00Z").research()),
            "Europe/London");

    assertThat(starts)
        .containsEntry(
            "Parking permits: open call in sprint 1", at("2027-03-17T16:00Z[Europe/London]"))
        .containsEntry(
            "Parking permits: open call in sprint 2", at("2027-03-31T16:00+01:00[Europe/London]"))
        .containsEntry(
            "Parking permits: review of sprint 2", at("2027-04-02T14:00+01:00[Europe/London]"))
        .hasSize(14);
  }

  @Test
  void whatIsCancelledStaysAsCancelledForThoseWhoHaveItAlready() throws Exception {
    SitePages site =
        SitePages.working(
            new Illustration()
                .programme(
                    """
                    title: Parking permits
                    cycle: {first: 2027-03-08, review: FRI 14:00, open-call: WED 16:00, cancelled: [2027-03-17, 2027-04-02]}
                    site: {url: "https://example.org/permits/"}
                    """)
                .now("2027-03-10T12:00:00Z")
                .research());
    Map<String, String> said = new TreeMap<>();
    List<VEvent> events =
        new CalendarBuilder()
            .build(new StringReader(site.text("calendar.ics")))
            .getComponents("VEVENT");
    for (VEvent event : events) {
      if (event.getSummary().getValue().matches(".*sprint [12]")) {
        said.put(
            event.getSummary().getValue(),
            event.getStatus().getValue()
                + " "
                + event.getSequence().getSequenceNo()
                + " "
                + event.<Instant>getDateTimeStart().getDate());
      }
    }

    assertThat(said)
        .containsExactly(
            Map.entry("Parking permits: open call in sprint 1", "CANCELLED 1 2027-03-17T16:00Z"),
            Map.entry("Parking permits: open call in sprint 2", "CONFIRMED 0 2027-03-31T15:00Z"),
            Map.entry("Parking permits: review of sprint 1", "CONFIRMED 0 2027-03-19T14:00Z"),
            Map.entry("Parking permits: review of sprint 2", "CANCELLED 1 2027-04-02T13:00Z"));
    assertThat(site.text("edition/timeline/index.html"))
        .contains("<dd>17 March 2027, 16:00 (cancelled)</dd>");
    assertThat(site.text("index.html")).contains("31 March 2027").doesNotContain("17 March 2027");
  }

  @Test
  void whatMovedOrIsSkippedKeepsItsNameAndGetsAHigherVersion() throws Exception {
    String programme =
        """
        title: Parking permits
        cycle: {first: 2026-11-30, review: FRI 14:00, open-call: WED 16:00%s}
        site: {url: "https://example.org/permits/"}
        """;
    Map<String, String> before = events(programme.formatted(""));
    Map<String, String> after =
        events(
            programme.formatted(
                ", holidays: gb-eng, changes: [{sprint: 3, skipped: true, why: \"We <write>.\"},"
                    + " {sprint: 2, length: P21D, why: A long one.}]"));

    assertThat(before.entrySet().stream().limit(8))
        .containsExactly(
            Map.entry("call-1", "CONFIRMED 0 2026-12-09T16:00Z"),
            Map.entry("call-2", "CONFIRMED 0 2026-12-23T16:00Z"),
            Map.entry("call-3", "CONFIRMED 0 2027-01-06T16:00Z"),
            Map.entry("call-4", "CONFIRMED 0 2027-01-20T16:00Z"),
            Map.entry("call-5", "CONFIRMED 0 2027-02-03T16:00Z"),
            Map.entry("call-6", "CONFIRMED 0 2027-02-17T16:00Z"),
            Map.entry("call-7", "CONFIRMED 0 2027-03-03T16:00Z"),
            Map.entry("review-1", "CONFIRMED 0 2026-12-11T14:00Z"));
    assertThat(after)
        .containsExactly(
            Map.entry("call-1", "CONFIRMED 0 2026-12-09T16:00Z"),
            Map.entry(
                "call-2", "CONFIRMED 1 2026-12-30T16:00Z Sprint 2 is 21 days long: A long one."),
            Map.entry("call-3", "CANCELLED 3 2027-01-13T16:00Z Sprint 3 is skipped: We <write>."),
            Map.entry("call-4", "CONFIRMED 2 2027-01-27T16:00Z Sprint 3 is skipped: We <write>."),
            Map.entry("call-5", "CONFIRMED 2 2027-02-10T16:00Z"),
            Map.entry("call-6", "CONFIRMED 2 2027-02-24T16:00Z"),
            Map.entry("call-7", "CONFIRMED 2 2027-03-10T16:00Z"),
            Map.entry("review-1", "CONFIRMED 0 2026-12-11T14:00Z"),
            Map.entry(
                "review-2",
                "CONFIRMED 2 2026-12-31T14:00Z Sprint 2 is 21 days long: A long one. Moved from 1"
                    + " January 2027: New Year's Day"),
            Map.entry("review-3", "CANCELLED 3 2027-01-15T14:00Z Sprint 3 is skipped: We <write>."),
            Map.entry("review-4", "CONFIRMED 2 2027-01-29T14:00Z Sprint 3 is skipped: We <write>."),
            Map.entry("review-5", "CONFIRMED 2 2027-02-12T14:00Z"),
            Map.entry("review-6", "CONFIRMED 2 2027-02-26T14:00Z"),
            Map.entry("review-7", "CONFIRMED 2 2027-03-12T14:00Z"));
  }

  private static Map<String, String> events(String programme) throws Exception {
    SitePages site =
        SitePages.working(
            new Illustration().programme(programme).now("2026-12-01T12:00:00Z").research());
    Map<String, String> said = new TreeMap<>();
    List<VEvent> events =
        new CalendarBuilder()
            .build(new StringReader(site.text("calendar.ics")))
            .getComponents("VEVENT");
    for (VEvent event : events) {
      String remark = event.getDescription() == null ? "" : " " + event.getDescription().getValue();
      said.put(
          event.getUid().orElseThrow().getValue().replaceFirst(".*#", ""),
          event.getStatus().getValue()
              + " "
              + event.getSequence().getSequenceNo()
              + " "
              + event.<Instant>getDateTimeStart().getDate()
              + remark.replace("\n", " "));
    }
    return said;
  }

  @Test
  void theTimelineSaysWhatIsDifferentOfTheSprintToCome() throws Exception {
    SitePages site =
        SitePages.working(
            new Illustration()
                .programme(
                    """
                    title: Parking permits
                    cycle: {first: 2026-11-30, holidays: gb-eng, changes: [{sprint: 1, skipped: true, why: "We <begin> later."}, {sprint: 2, length: P19D, why: Write to ada@example.com.}]}
                    """)
                .now("2026-12-02T12:00:00Z")
                .research());

    assertThat(
            site.page("edition/timeline/").select("section[aria-labelledby=coming] dd").eachText())
        .containsExactly(
            "Sprint 2, 30 November 2026 to 1 January 2027",
            "31 December 2026, 14:00 (moved from 1 January 2027: New Year's Day)",
            "Sprint 1 is skipped: We <begin> later. Sprint 2 is 19 days long");
  }

  private static ZonedDateTime at(String text) {
    return ZonedDateTime.parse(text);
  }

  @Test
  void theCalendarChangesWithTheSprintAndNotWithTheHour() throws Exception {
    String monday =
        SitePages.working(programme("Europe/London").now("2027-03-08T09:00:00Z").research())
            .text("calendar.ics");
    String friday =
        SitePages.working(programme("Europe/London").now("2027-03-19T23:00:00Z").research())
            .text("calendar.ics");

    assertThat(friday).isEqualTo(monday);
  }

  @Test
  void aProgrammeThatBeganLongAgoHasACalendarOfBoundedLength() throws Exception {
    SitePages site =
        SitePages.working(
            new Illustration()
                .programme("title: Old\ncycle: {first: 0101-01-01, length: P1D}\n")
                .research());

    assertThat(starts(site, "UTC")).hasSize(59);
  }
}
