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
