package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MatrixPageTest {

  private static Illustration illustration() {
    return new Illustration()
        .note("assumptions/risk.md", "---\ntitle: Reuse <feels> risky\n---\nSo.\n")
        .note("assumptions/skill.md", "---\ntitle: Few have the skill\n---\nSo.\n")
        .note(
            "interviews/2026-11-03-clerk.md",
            """
            ---
            title: A <clerk>
            consent: public
            role: Clerk
            ---
            > One.
            {: #q1 .evidence supports="risk"}

            > Two.
            {: #q2 .evidence supports="risk" contradicts="skill"}
            """)
        .note(
            "interviews/2026-11-04-hidden-title.md",
            """
            ---
            title: Hidden title
            consent: findings-only
            method: shadowing
            council: county council
            ---
            > Three.
            {: #q1 .evidence contradicts="risk"}
            """)
        .note(
            "interviews/2026-11-05-shut.md",
            """
            ---
            consent: internal
            role: Shut role
            ---
            > Four.
            {: #q1 .evidence supports="skill"}
            """);
  }

  @Test
  void thePictureSaysWhatItShowsAndTheTableSaysTheSameInWords() throws Exception {
    Document page = SitePages.working(illustration().research()).page("evidence/");

    assertThat(page.select("svg[role=img]").attr("aria-labelledby"))
        .isEqualTo("matrix-title matrix-text");
    assertThat(page.getElementById("matrix-title").text()).isEqualTo("Which session says what");
    assertThat(page.getElementById("matrix-text").text())
        .isEqualTo(
            "2 assumptions down, 2 sessions across. The table below says the same in words.");
    assertThat(page.select(".matrix__for")).hasSize(1);
    assertThat(page.select(".matrix__against")).hasSize(2);
    assertThat(page.select(".matrix__none")).hasSize(1);
    assertThat(page.select(".matrix__table tr").eachText())
        .containsExactly(
            "Assumption Session 1 Session 2 For/against",
            "Reuse <feels> risky 2 for 1 against 2 for, 1 against",
            "Few have the skill 1 against 1 against",
            "For/against 2 for, 1 against 1 against");
  }

  @Test
  void aLongStatementStandsInThePictureInLinesOfItsWidth() throws Exception {
    Document page =
        SitePages.working(
                illustration()
                    .note(
                        "assumptions/long.md",
                        "---\ntitle: A council that publishes no code is held back by fear, by a"
                            + " missing skill or by having no reason to\n---\nSo.\n")
                    .note("assumptions/word.md", "---\ntitle: " + "w".repeat(300) + "\n---\nSo.\n")
                    .research())
            .page("evidence/");

    assertThat(page.select(".matrix__label").eachText())
        .startsWith(
            "A council that publishes no code is held back by",
            "fear, by a missing skill or by having no reason to")
        .endsWith("w".repeat(54), "w".repeat(54), "w".repeat(53) + "…");
    assertThat(page.select(".matrix__rule").eachAttr("d"))
        .containsExactly("M0 34H400", "M0 125H400", "M0 197H400", "M0 269H400", "M0 379H400");
  }

  @Test
  void ofASessionThatIsQuotedOnlyNothingButTheKindIsShown() throws Exception {
    SitePages site = SitePages.working(illustration().research());

    assertThat(site.page("evidence/").select(".matrix__sessions li").eachText())
        .containsExactly(
            "A <clerk> Interview, November 2026, Clerk",
            "A session that is quoted only Shadowing, November 2026, county council");
    assertThat(site.text("evidence/index.html"))
        .doesNotContain("Hidden title", "hidden-title", "Shut role");
  }

  @Test
  void withoutEvidenceThereIsNoSuchPageAndNoLinkToIt() throws Exception {
    SitePages site =
        SitePages.working(new Illustration().note("assumptions/risk.md", "So.").research());

    assertThat(site.has("evidence/index.html")).isFalse();
    assertThat(site.text("assumptions/index.html")).doesNotContain("evidence/");
    assertThat(site.text("assumptions/risk/index.html")).doesNotContain("evidence/");
  }
}
