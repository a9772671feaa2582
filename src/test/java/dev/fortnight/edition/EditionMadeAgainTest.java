package dev.fortnight.edition;

import static dev.fortnight.edition.Source.ASSUMPTION;
import static dev.fortnight.edition.Source.FINDING;
import static dev.fortnight.edition.Source.INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.site.SiteTree;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An edition that was signed off changes only by what people take back. */
class EditionMadeAgainTest {

  private static final String PAGE = "pages/about.md";
  private static final Instant LATER = Instant.parse("2026-11-27T14:30:00Z");

  @TempDir Path data;

  private SignedOff programme;

  @BeforeEach
  void open() {
    programme = new SignedOff(data);
  }

  @AfterEach
  void close() {
    programme.close();
  }

  @Test
  void editionMadeAgainHasTheSameBytes() {
    Source source = Source.small().topic(3, "Why not?");
    SiteTree first = programme.edition(source, 1).site();

    SiteTree again = programme.editions().edition(1, source.now()).site();

    assertThat(again.files().keySet()).isEqualTo(first.files().keySet());
    again.files().forEach((path, bytes) -> assertThat(bytes).isEqualTo(first.files().get(path)));
  }

  @Test
  void editionMadeAgainDoesNotFollowWhatWasDeletedOrRenamedSince() {
    Source source =
        Source.small().topic(3, "Why not?").topic(12, "Who pays?").with(PAGE, page("Us."));
    SiteTree first = programme.edition(source, 1).site();

    source
        .without(FINDING)
        .with("findings/renamed.md", Source.finding("Risk is about assurance"))
        .without(PAGE)
        .with(ASSUMPTION, "---\ntitle: Another\n---\nText.\n")
        .withoutTopic(3)
        .topic(1, "Earlier in the list");
    ApprovedEdition again = programme.editions().edition(1, source.at(LATER));

    assertThat(again.isAmended()).isFalse();
    assertThat(SiteTexts.of(again.site())).isEqualTo(SiteTexts.of(first));
  }

  @Test
  void aMovedCallWaitsForApprovalAndLeavesEarlierEditionsAsTheyWere() {
    Source source = Source.small();
    SiteTree first = programme.edition(source, 1).site();

    source.openCall("THU 10:30");

    assertThat(programme.open(source, 1)).containsExactly("programme");
    assertThat(SiteTexts.of(programme.editions().edition(1, source.now()).site()))
        .isEqualTo(SiteTexts.of(first));
  }

  @ParameterizedTest
  @ValueSource(strings = {"consent: withdrawn", "consent: internal", "consent:"})
  void editionMadeAgainIsWithoutWhatWasTakenBack(String takenBack) {
    Source source = Source.small();
    programme.edition(source, 1);

    source.with(INTERVIEW, Source.interview(takenBack));
    ApprovedEdition again = programme.editions().edition(1, source.at(LATER));

    assertThat(again.isAmended()).isTrue();
    assertThat(SiteTexts.joined(again.site())).doesNotContain("architect", "I would not sign");
  }

  @Test
  void pageThatConsentNoLongerCoversCountsAsTakenBack() {
    Source source = Source.small();
    programme.edition(source, 1);

    source.with(INTERVIEW, Source.interview("consent: findings-only"));
    ApprovedEdition again = programme.editions().edition(1, source.at(LATER));

    assertThat(again.isAmended()).isTrue();
    assertThat(SiteTexts.joined(again.site())).contains("I would not sign");
    assertThat(again.site().files().keySet())
        .noneMatch(path -> path.startsWith("interviews/2026-11-10-county-architect/"))
        .noneMatch(path -> path.startsWith("interviews/county-architect/"));
  }

  @Test
  void aSessionThatIsDeletedCountsAsTakenBack() {
    Source source = Source.small();
    programme.edition(source, 1);

    source.without(INTERVIEW);

    assertThat(SiteTexts.joined(programme.editions().edition(1, source.at(LATER)).site()))
        .doesNotContain("architect", "I would not sign");
  }

  @Test
  void aNameThatIsFoundSinceIsTakenOutOfTheEditionMadeAgain() {
    Source source = Source.small().with(PAGE, page("Ask Rose Bishop."));
    programme.edition(source, 1);

    source.registered("Rose Bishop");
    ApprovedEdition again = programme.editions().edition(1, source.at(LATER));

    assertThat(again.isAmended()).isTrue();
    assertThat(SiteTexts.joined(again.site())).doesNotContain("Bishop");
  }

  private static String page(String text) {
    return "---\ntitle: About\n---\n" + text + "\n";
  }
}
