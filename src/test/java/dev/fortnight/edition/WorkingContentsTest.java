package dev.fortnight.edition;

import static dev.fortnight.edition.Source.ASSUMPTION;
import static dev.fortnight.edition.Source.FINDING;
import static dev.fortnight.edition.Source.INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.check.CheckedResearch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WorkingContentsTest {

  private static final Approved NOTHING =
      new Approved(new TreeMap<>(), Map.of(), hash -> Optional.empty());

  @Test
  void interviewsWaitForApprovalAndFindingsWithholdTheirQuotations() {
    CheckedResearch working =
        WorkingContents.compose(NOTHING, Source.small().now(), Set.of(), CheckMemory.none());

    assertThat(pages(working)).containsExactly(ASSUMPTION, FINDING);
    assertThat(working.evidence()).isEmpty();
    assertThat(working.withheld()).hasSize(1);
  }

  @Test
  void whatIsCitedOfADeletedOrUnreadableSessionIsWithheldAndASlipIsNot() {
    Source source = Source.small();
    Approved approved = source.approved();
    source.without(INTERVIEW);
    assertThat(
            WorkingContents.compose(approved, source.now(), Set.of(), CheckMemory.none())
                .withheld())
        .hasSize(1);
    assertThat(
            WorkingContents.compose(NOTHING, source.now(), Set.of(), CheckMemory.none()).withheld())
        .isEmpty();

    source.with(INTERVIEW, "---\nconsent: [\n---\n");
    assertThat(
            WorkingContents.compose(NOTHING, source.now(), Set.of(), CheckMemory.none()).withheld())
        .hasSize(1);
  }

  @Test
  void approvedInterviewsAreShownAsTheyWereApproved() {
    Source source = Source.small();
    Approved approved = source.approved();
    source.with(INTERVIEW, Source.interview("consent: public").replace("We talked.", "Unseen."));

    CheckedResearch working =
        WorkingContents.compose(approved, source.now(), Set.of(), CheckMemory.none());

    assertThat(pages(working)).containsExactly(ASSUMPTION, FINDING, INTERVIEW);
    assertThat(working.note(INTERVIEW).orElseThrow().content().source())
        .contains("We talked.")
        .doesNotContain("Unseen.");
  }

  @Test
  void newestConsentBeatsAnApprovedInterview() {
    Source source = Source.small();
    Approved approved = source.approved();
    source.with(INTERVIEW, Source.interview("consent: withdrawn"));

    CheckedResearch working =
        WorkingContents.compose(approved, source.now(), Set.of(), CheckMemory.none());

    assertThat(pages(working)).containsExactly(ASSUMPTION, FINDING);
    assertThat(working.evidence()).isEmpty();
  }

  @Test
  void otherKindsAreShownAtTheirNewestContent() {
    Source source = Source.small();
    Approved approved = source.approved();
    source.with(FINDING, Source.finding("Newest"));

    CheckedResearch working =
        WorkingContents.compose(approved, source.now(), Set.of(), CheckMemory.none());

    assertThat(working.note(FINDING).orElseThrow().content().title()).isEqualTo("Newest");
  }

  @Test
  void heldItemsAreNotOnIt() {
    Source source = Source.small().topic(3, "Why not?");

    CheckedResearch working =
        WorkingContents.compose(
            source.approved(), source.now(), Set.of(FINDING, "topics/3"), CheckMemory.none());

    assertThat(pages(working)).containsExactly(ASSUMPTION, INTERVIEW);
    assertThat(working.topics()).isEmpty();
  }

  private static List<String> pages(CheckedResearch research) {
    return research.notes().stream().map(note -> note.content().path()).toList();
  }
}
