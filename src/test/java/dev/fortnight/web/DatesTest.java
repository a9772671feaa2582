package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import dev.fortnight.programme.Programme;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import org.junit.jupiter.api.Test;

/** What the review says of its own day and of the open call's. */
class DatesTest {

  private static String meetings(String more) {
    Programme programme =
        new Illustration()
            .programme(
                "title: a\ncycle: {first: 2026-12-14, review: FRI 14:00, open-call: THU 10:00"
                    + more
                    + "}\n")
            .research()
            .programme();
    Sprint sprint = new SprintCalendar(programme.cycle()).sprint(1);
    Dates dates = new Dates(programme);
    return dates.review(sprint.reviewAppointment())
        + "; "
        + dates.openCall(sprint.callAppointment().orElseThrow());
  }

  @Test
  void aMeetingIsOnItsDay() {
    assertThat(meetings(""))
        .isEqualTo("Friday 25 December 2026 at 14:00; Thursday 24 December 2026 at 10:00");
  }

  @Test
  void aMeetingThatMovedSaysWhereFromAndWhy() {
    assertThat(meetings(", holidays: gb-wls"))
        .isEqualTo(
            "Thursday 24 December 2026 at 14:00 (moved from Friday 25 December 2026: Christmas"
                + " Day); Wednesday 23 December 2026 at 10:00 (moved from Thursday 24 December"
                + " 2026: to stay before the review)");
  }

  @Test
  void aMeetingThatIsCancelledSaysSo() {
    assertThat(meetings(", cancelled: [2026-12-25]"))
        .isEqualTo(
            "Friday 25 December 2026 at 14:00 (cancelled); Thursday 24 December 2026 at 10:00");
  }
}
