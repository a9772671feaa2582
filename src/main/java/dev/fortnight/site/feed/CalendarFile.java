package dev.fortnight.site.feed;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.property.Transparency;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Meetings as iCalendar. Each stands in it as an instant in UTC, worked out with the rules of the
 * programme's zone: every calendar shows the right hour for it without a copy of those rules.
 * Source: RFC 5545.
 */
public final class CalendarFile {

  private static final String PRODUCT = "-//Fortnight//Fortnight//EN";

  private CalendarFile() {}

  /**
   * @param stamp when its contents were last changed, as far as it is to say so; a clock has no
   *     place here, or the file would change whenever it is written
   */
  public static byte[] bytes(String name, Instant stamp, List<Meeting> meetings) {
    ICalendar calendar = new ICalendar();
    calendar.setVersion(ICalVersion.V2_0);
    calendar.setProductId(PRODUCT);
    calendar.setName(name);
    meetings.forEach(meeting -> calendar.addEvent(event(meeting, stamp)));
    return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
  }

  private static VEvent event(Meeting meeting, Instant stamp) {
    VEvent event = new VEvent();
    event.setUid(meeting.uid());
    event.setDateTimeStamp(Date.from(stamp));
    event.setDateStart(Date.from(meeting.start()));
    event.setDateEnd(Date.from(meeting.end()));
    event.setSummary(meeting.title());
    event.setUrl(meeting.address());
    event.setStatus(meeting.isCancelled() ? Status.cancelled() : Status.confirmed());
    event.setSequence(meeting.version());
    meeting.place().ifPresent(event::setLocation);
    meeting.remark().ifPresent(event::setDescription);
    event.setTransparency(
        meeting.isCancelled() ? Transparency.transparent() : Transparency.opaque());
    return event;
  }
}
