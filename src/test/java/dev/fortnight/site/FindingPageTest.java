package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FindingPageTest {

  private static Illustration illustration() {
    return new Illustration()
        .note("interviews/2026-10-30-clerk.md", session("Clerk", "district council"))
        .note("interviews/2026-11-10-officer.md", session("Officer", "county council"))
        .note(
            "interviews/2026-11-12-shut.md",
            session("Hidden role", "hidden council").replace("public", "internal"));
  }

  private static String session(String role, String council) {
    return "---\nconsent: public\nrole: "
        + role
        + "\ncouncil: "
        + council
        + "\nparticipants: [P07]\n---\n> It waits.\n{: #q1 .evidence}\n";
  }

  private static String finding(String frontMatter) {
    return "---\nevidence: [interviews/2026-10-30-clerk#q1, interviews/2026-11-10-officer#q1,"
        + " interviews/2026-11-12-shut#q1]\n"
        + frontMatter
        + "\n---\nText.\n";
  }

  @Test
  void aFindingSaysHowFarItReaches() throws Exception {
    Document page = page("title: Permits wait\ndate: 2026-11-12\nlast_confirmed: 2026-11-19");

    assertThat(page.select(".reach").text())
        .isEqualTo(
            "About this finding"
                + " Evidence collected October 2026 to November 2026"
                + " Last confirmed 19 November 2026"
                + " Kinds of council County council District council"
                + " Whom we heard from Clerk Officer"
                + " Licence Open Government Licence v3.0"
                + " Questions Write to us about it The address belongs to the research, not to a"
                + " person, and is read after the team has gone.");
    assertThat(page.select(".facts").text()).contains("Last confirmed 19 November 2026");
  }

  @Test
  void aFindingMayHaveALicenceOfItsOwn() throws Exception {
    assertThat(page("licence: CC-BY-4.0").select(".reach a[rel=license]").attr("href"))
        .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
    assertThat(page("licence: Ask <us> first").select(".reach").text())
        .contains("Licence Ask <us> first");
  }

  private static Document page(String frontMatter) throws Exception {
    return SitePages.working(
            illustration().note("findings/permits-wait.md", finding(frontMatter)).research())
        .page("findings/permits-wait/");
  }

  @Test
  void successionIsShownBothWaysAndTheHomePageShowsWhatHoldsNow() throws Exception {
    SitePages site =
        SitePages.working(
            illustration()
                .note("findings/old.md", finding("title: Old <view>\nsuperseded-by: new"))
                .note("findings/new.md", finding("title: New view"))
                .research());

    assertThat(site.page("findings/old/").select(".succession").outerHtml())
        .contains("in its place: <a href=\"../../findings/new/\">New view</a>");
    assertThat(site.page("findings/new/").select(".succession").outerHtml())
        .contains("in the place of: <a href=\"../../findings/old/\">Old &lt;view&gt;</a>");
    assertThat(site.page("").select("#findings + p, .entry__title").text())
        .contains("New view")
        .doesNotContain("Old");
    assertThat(site.page("findings/").text())
        .contains("We no longer put it so. What stands in its place: New view");
  }

  @Test
  void aFindingThatMayNotBeShownIsNotNamedAsASuccessor() throws Exception {
    SitePages site =
        SitePages.working(
            illustration()
                .note("findings/old.md", finding("superseded-by: new"))
                .note("findings/new.md", finding("title: Secret view\ndraft: true"))
                .research());

    site.tree()
        .files()
        .forEach(
            (path, bytes) -> {
              if (path.endsWith(".html")) {
                assertThat(site.text(path)).doesNotContain("Secret view");
              }
            });
    assertThat(site.page("findings/old/").select(".succession")).isEmpty();
  }

  @Test
  void aRecommendationShowsTheFindingsThatItRestsOnWithTheirWeight() throws Exception {
    SitePages site =
        SitePages.working(
            illustration()
                .note("findings/waits.md", finding("title: Permits wait"))
                .note("recommendations/r.md", "---\nfindings: [waits]\n---\nDo it.\n")
                .research());

    assertThat(site.page("recommendations/r/").select(".voices").text())
        .isEqualTo("What this rests on Permits wait Text. Weak evidence 1 person, 1 method");
  }
}
