package dev.fortnight.edition;

import static dev.fortnight.edition.Source.ASSUMPTION;
import static dev.fortnight.edition.Source.FINDING;
import static dev.fortnight.edition.Source.INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EditionContentsTest {

  @Test
  void firstEditionHoldsWhatWasApproved() {
    Source source = Source.small().topic(3, "Why not?");

    EditionContents edition = compose(source.approved(), source);

    assertThat(pages(edition)).containsExactly(ASSUMPTION, FINDING, INTERVIEW);
    assertThat(edition.research().topics()).hasSize(1);
    assertThat(edition.research().evidence())
        .containsOnlyKeys("interviews/2026-11-10-architect#q1");
    assertThat(edition.items().keySet())
        .containsExactly(ASSUMPTION, FINDING, INTERVIEW, "programme", "theme", "topics/3");
  }

  @Test
  void nothingThatWasNeverApprovedIsIn() {
    Source source = Source.small();
    Approved approved = source.approved();

    source.with("weeknotes/2026-11-13-week-2.md", "---\ntitle: Week 2\n---\nNew.\n");
    source.topic(4, "New topic");

    EditionContents edition = compose(approved, source);
    assertThat(pages(edition)).containsExactly(ASSUMPTION, FINDING, INTERVIEW);
    assertThat(edition.research().topics()).isEmpty();
  }

  @Test
  void heldItemStaysAtItsLastApprovedContent() {
    Source source = Source.small();
    Approved approved = source.approved();

    source.with(FINDING, Source.finding("Something that the owner holds"));

    assertThat(title(compose(approved, source), FINDING)).isEqualTo("Risk is about assurance");
  }

  @Test
  void heldItemThatWasNeverApprovedStaysOut() {
    Source source = Source.small();
    Approved approved = without(source.approved(), FINDING);

    assertThat(pages(compose(approved, source))).containsExactly(ASSUMPTION, INTERVIEW);
  }

  @Test
  void withdrawnConsentBeatsApproval() {
    Source source = Source.small();
    Approved approved = source.approved();

    source.with(INTERVIEW, Source.interview("consent: withdrawn"));

    EditionContents edition = compose(approved, source);
    assertThat(pages(edition)).containsExactly(ASSUMPTION, FINDING);
    assertThat(edition.research().evidence()).isEmpty();
    assertThat(edition.items()).doesNotContainKey(INTERVIEW);
  }

  @Test
  void narrowedConsentTakesThePageAndLeavesTheQuotation() {
    Source source = Source.small();
    Approved approved = source.approved();

    source.with(INTERVIEW, Source.interview("consent: findings-only"));

    EditionContents edition = compose(approved, source);
    assertThat(pages(edition)).containsExactly(ASSUMPTION, FINDING);
    assertThat(edition.research().evidence()).hasSize(1);
  }

  @Test
  void widenedConsentNeedsApprovalFirst() {
    Source source = Source.small().with(INTERVIEW, Source.interview("consent: findings-only"));
    Approved approved = source.approved();

    source.with(INTERVIEW, Source.interview("consent: public"));

    assertThat(pages(compose(approved, source))).containsExactly(ASSUMPTION, FINDING);
  }

  @Test
  void consentThatIsNoLongerCleanBeatsApproval() {
    for (String consent :
        List.of("tags: [a]", "consent: [public]", "consent: Public", "consent:")) {
      Source source = Source.small();
      Approved approved = source.approved();

      source.with(INTERVIEW, Source.interview(consent));

      assertThat(pages(compose(approved, source))).as(consent).doesNotContain(INTERVIEW);
      assertThat(compose(approved, source).research().evidence()).as(consent).isEmpty();
    }
  }

  @Test
  void interviewWhoseNewestContentCannotBeReadIsOut() {
    Source source = Source.small();
    Approved approved = source.approved();

    source.with(INTERVIEW, "---\nconsent: public\nconsent: withdrawn\n---\nText.\n");

    assertThat(pages(compose(approved, source))).containsExactly(ASSUMPTION, FINDING);
  }

  @Test
  void findingWhoseNewestContentCannotBeReadStaysAsApproved() {
    Source source = Source.small();
    Approved approved = source.approved();

    source.with(FINDING, "---\ntitle: [never closed\n---\nText.\n");

    assertThat(title(compose(approved, source), FINDING)).isEqualTo("Risk is about assurance");
  }

  @Test
  void consentThatHasExpiredSinceApprovalIsOver() {
    Source source =
        Source.small()
            .with(INTERVIEW, Source.interview("consent: public\nconsent_expires: 2026-11-30"));
    Approved approved = source.approved();

    assertThat(pages(compose(approved, source, "2026-11-30T23:59:59Z"))).contains(INTERVIEW);
    assertThat(pages(compose(approved, source, "2026-12-01T00:00:00Z"))).doesNotContain(INTERVIEW);
  }

  @Test
  void expiryAddedAfterApprovalCounts() {
    Source source = Source.small();
    Approved approved = source.approved();

    source.with(INTERVIEW, Source.interview("consent: public\nconsent_expires: 2026-11-12"));

    assertThat(pages(compose(approved, source))).doesNotContain(INTERVIEW);
  }

  @Test
  void deletedNoteAndTopicAreOut() {
    Source source = Source.small().topic(3, "Why not?");
    Approved approved = source.approved();

    source.without(FINDING).withoutTopic(3);

    EditionContents edition = compose(approved, source);
    assertThat(pages(edition)).containsExactly(ASSUMPTION, INTERVIEW);
    assertThat(edition.research().topics()).isEmpty();
  }

  @Test
  void unpublishedByItsAuthorIsOut() {
    Source source = Source.small();
    Approved approved = source.approved();

    source.with(FINDING, "---\ntitle: Risk\npublished: false\n---\nText.\n");

    assertThat(pages(compose(approved, source))).doesNotContain(FINDING);
  }

  @Test
  void draftOfAnApprovedNoteLeavesTheApprovedContent() {
    Source source = Source.small();
    Approved approved = source.approved();

    source.with(FINDING, "---\ntitle: Half a thought\ndraft: true\n---\nText.\n");

    assertThat(title(compose(approved, source), FINDING)).isEqualTo("Risk is about assurance");
  }

  @Test
  void renamedNoteIsNewAndItsOldNameIsOut() {
    Source source = Source.small();
    Approved approved = source.approved();

    source.without(FINDING).with("findings/assurance.md", Source.finding("Risk"));

    assertThat(pages(compose(approved, source))).containsExactly(ASSUMPTION, INTERVIEW);
  }

  @Test
  void evidenceFromAnInterviewThatIsNotInTheEditionIsWithheldAndNamed() {
    Source source = Source.small();
    Approved approved = without(source.approved(), INTERVIEW);

    EditionContents edition = compose(approved, source);

    assertThat(edition.research().evidence()).isEmpty();
    assertThat(edition.research().withheld())
        .containsExactly(
            new CheckedResearch.Withheld(FINDING, "interviews/2026-11-10-architect#q1"));
  }

  @Test
  void evidenceThatWasApprovedStaysWithheldWhenItsSessionIsDeletedOrUnreadable() {
    Source source = Source.small();
    Approved approved = source.approved();

    source.without(INTERVIEW);
    assertThat(compose(approved, source).research().withheld()).hasSize(1);

    source.with(INTERVIEW, Source.interview("consent: withdrawn").replace("#q1", "#q2"));
    assertThat(compose(approved, source).research().withheld()).hasSize(1);

    source.with(INTERVIEW, "---\nconsent: [\n---\n");
    assertThat(compose(approved, source).research().withheld()).hasSize(1);
    assertThat(compose(without(approved, INTERVIEW), source).research().withheld()).hasSize(1);
  }

  @Test
  void evidenceOfANewerContentThatWaitsForApprovalIsWithheld() {
    Source source = Source.small();
    Approved approved = source.approved();
    source.with(INTERVIEW, Source.interview("consent: public").replace("#q1", "#q2"));
    source.with(FINDING, Source.finding("Risk").replace("#q1", "#q2"));
    SortedMap<String, Item> items = new TreeMap<>(approved.items());
    items.put(FINDING, source.now().items().get(FINDING));

    assertThat(
            compose(new Approved(items, approved.seen(), approved.blobs()), source)
                .research()
                .withheld())
        .containsExactly(
            new CheckedResearch.Withheld(FINDING, "interviews/2026-11-10-architect#q2"));
  }

  @Test
  void slipInACitationIsNothingThatReadersAreToldOf() {
    Source source =
        Source.small().with(FINDING, Source.finding("Risk").replace("architect#q1", "archtect#q1"));

    assertThat(compose(source.approved(), source).research().withheld()).isEmpty();
  }

  @Test
  void editionInWhichNothingChangedHoldsTheSame() {
    Source source = Source.small();

    assertThat(compose(source.approved(), source).items())
        .isEqualTo(compose(source.approved(), source, "2026-11-27T14:30:00Z").items());
  }

  @Test
  void orderOfApprovedItemsDoesNotMatter() {
    Source source = Source.small();
    SortedMap<String, Item> backwards = new TreeMap<>(java.util.Comparator.reverseOrder());
    backwards.putAll(source.approved().items());
    Approved approved =
        new Approved(backwards, source.approved().seen(), source.approved().blobs());

    assertThat(pages(compose(approved, source))).containsExactly(ASSUMPTION, FINDING, INTERVIEW);
  }

  @Test
  void themeThatWasNeverApprovedStopsTheEdition() {
    Source source = Source.small();

    assertThatThrownBy(() -> compose(without(source.approved(), "theme"), source))
        .isInstanceOf(ProblemException.class)
        .hasMessage("the site's look was never approved");
  }

  private static EditionContents compose(Approved approved, Source source) {
    return EditionContents.compose(approved, source.now(), Source.REVIEW);
  }

  private static EditionContents compose(Approved approved, Source source, String now) {
    Instant instant = Instant.parse(now);
    return EditionContents.compose(approved, source.at(instant), instant);
  }

  private static Approved without(Approved approved, String key) {
    SortedMap<String, Item> items = new TreeMap<>(approved.items());
    items.remove(key);
    return new Approved(items, approved.seen(), approved.blobs());
  }

  private static List<String> pages(EditionContents edition) {
    return edition.research().notes().stream().map(note -> note.content().path()).toList();
  }

  private static String title(EditionContents edition, String path) {
    return edition.research().note(path).orElseThrow().content().title();
  }
}
