package dev.fortnight.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import dev.fortnight.programme.Programme;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cycle as pages show it is approved with the programme, and read back as it was. */
class PublicPartTest {

  private static Programme programme(String cycle) {
    return new Illustration()
        .programme("title: Parking permits\ncycle: {first: 2026-11-02" + cycle + "}\n")
        .research()
        .programme();
  }

  private static final String DECIDED =
      ", open-call: WED 16:00, holidays: gb-sct, join: \"https://example.org/call?x=1\","
          + " cancelled: [2027-01-13], changes: [{sprint: 12, skipped: true, why: \"We skip: a <b>.\"},"
          + " {sprint: 3, length: P21D, why: A long one.}]";

  @Test
  void whatWasDecidedOfTheCycleIsPartOfWhatIsApproved() {
    assertThat(PublicPart.of(programme(DECIDED), Map.of()).values())
        .containsEntry("cycle-holidays", "gb-sct")
        .containsEntry("cycle-join", "https://example.org/call?x=1")
        .containsEntry("cycle-sprint-3", "P21D A long one.")
        .containsEntry("cycle-sprint-12", "skipped We skip: a <b>.")
        .containsEntry("cycle-cancelled", "2027-01-13");
  }

  @Test
  void anEditionHasTheApprovedCycleWhateverTheNewestSays() {
    Programme approved = programme(DECIDED);
    Programme newest = programme(", holidays: gb-eng");

    assertThat(PublicPart.in(newest, PublicPart.of(approved, Map.of()).values()).cycle())
        .isEqualTo(approved.cycle());
    assertThat(PublicPart.in(approved, PublicPart.of(newest, Map.of()).values()).cycle())
        .isEqualTo(newest.cycle());
  }

  @Test
  void holidaysThatWereApprovedBeforeTheyMeantSomethingMoveNothing() {
    Programme programme = programme("");
    var values = PublicPart.of(programme, Map.of()).values();
    values.put("cycle-holidays", "somewhere");

    assertThat(PublicPart.in(programme, values).cycle().holidays()).isEmpty();
  }
}
