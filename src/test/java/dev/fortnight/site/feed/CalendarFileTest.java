package dev.fortnight.site.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** What biweekly writes, read by ical4j. */
class CalendarFileTest {

  private static final Instant STAMP = Instant.parse("2026-11-02T00:00:00Z");

  private static byte[] file(boolean isCancelled, String title) {
    return CalendarFile.bytes(
        "Parking permits",
        STAMP,
        List.of(
            new Meeting(
                "https://example.org/permits/#call-1",
                title,
                "https://example.org/permits/",
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2027-03-24T16:00:00Z"),
                Instant.parse("2027-03-24T17:00:00Z"),
                isCancelled ? 1 : 0,
                isCancelled)));
  }

  private static VEvent event(byte[] file) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
    assertThat(calendar.validate().getEntries()).isEmpty();
    List<VEvent> events = calendar.getComponents("VEVENT");
    assertThat(events).hasSize(1);
    assertThat(events.get(0).validate().getEntries()).isEmpty();
    return events.get(0);
  }

  @Test
  void theFileIsThisAndNothingInItComesFromAClock() {
    assertThat(new String(file(false, "Open call"), StandardCharsets.UTF_8).split("\r\n"))
        .containsExactly(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Fortnight//Fortnight//EN",
            "NAME:Parking permits",
            "BEGIN:VEVENT",
            "UID:https://example.org/permits/#call-1",
            "DTSTAMP:20261102T000000Z",
            "DTSTART:20270324T160000Z",
            "DTEND:20270324T170000Z",
            "SUMMARY:Open call",
            "URL:https://example.org/permits/",
            "STATUS:CONFIRMED",
            "SEQUENCE:0",
            "TRANSP:OPAQUE",
            "END:VEVENT",
            "END:VCALENDAR");
  }

  @Test
  void aMeetingThatIsCancelledStaysUnderItsNameAndSaysSo() throws Exception {
    VEvent held = event(file(false, "Open call"));
    VEvent cancelled = event(file(true, "Open call"));

    assertThat(cancelled.getUid()).isEqualTo(held.getUid());
    assertThat(cancelled.getRequiredProperty("STATUS").getValue()).isEqualTo("CANCELLED");
    assertThat(cancelled.getRequiredProperty("SEQUENCE").getValue()).isEqualTo("1");
    assertThat(cancelled.getRequiredProperty("TRANSP").getValue()).isEqualTo("TRANSPARENT");
  }

  @Test
  void textThatLooksLikeLinesOfACalendarStaysText() throws Exception {
    String title = "Calls; reviews, all\nEND:VEVENT\nBEGIN:VEVENT\\n" + "é".repeat(80);
    byte[] file = file(false, title);

    assertThat(event(file).getSummary().getValue()).isEqualTo(title);
    for (String line : new String(file, StandardCharsets.UTF_8).split("\r\n")) {
      assertThat(line).hasSizeLessThanOrEqualTo(75);
    }
  }
}
