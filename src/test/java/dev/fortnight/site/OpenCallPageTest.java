package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class OpenCallPageTest {

  private static final String PROGRAMME =
      """
      title: Parking permits
      language: %s
      cycle: {first: 2026-11-02, review: FRI 14:00, open-call: THU 10:00, holidays: gb-eng, join: "https://us02web.zoom.us/j/82345678901?x=1&y=2"}
      site: {url: "https://example.org/permits/", contact: team@example.org}
      """;

  private static Illustration programme() {
    return new Illustration()
        .programme(PROGRAMME.formatted("en-GB"))
        .now("2026-12-17T12:00:00Z")
        .note("assumptions/support.md", "---\ntitle: Nobody <answers>\n---\nWe assume so.\n")
        .note("assumptions/cost.md", "---\ntitle: It costs too much\n---\nWe assume so.\n")
        .note(
            "interviews/2026-11-10-clerk.md",
            """
            ---
            consent: public
            participants: [P01]
            ---
            > They answered at once.
            {: #q1 .evidence contradicts="support"}
            """)
        .note(
            "findings/answers.md",
            """
            ---
            title: Somebody does answer
            description: We were told of one.
            confidence: low
            contradicts: [support]
            evidence: [interviews/2026-11-10-clerk#q1]
            ---
            We think so.
            """)
        .topic(4, "Who <pays>?", "We ask.");
  }

  private static Document page(Illustration programme) throws Exception {
    return SitePages.working(programme.research()).page("open-call/");
  }

  @Test
  void thePageSaysWhenTheCallIsWhyItMovedAndHowToJoin() throws Exception {
    Document page = page(programme());

    assertThat(page.select("section[aria-labelledby=when]").text())
        .isEqualTo(
            "When and where Wednesday 23 December 2026 10:00 The time is that of Europe/London."
                + " Moved from 24 December 2026: to stay before the review Join the call on"
                + " us02web.zoom.us Reviews and open calls for your calendar");
    assertThat(page.select("a.action").eachAttr("href"))
        .containsExactly("https://us02web.zoom.us/j/82345678901?x=1&y=2");
  }

  @Test
  void itSaysWhatWasLearnedAndWhatIsInDoubt() throws Exception {
    Document page = page(programme());

    assertThat(page.select("section[aria-labelledby=learned]").text())
        .isEqualTo(
            "What we learned What changed Somebody does answer We were told of one. Weak evidence"
                + " 1 person, 1 method");
    assertThat(page.select("section[aria-labelledby=doubts]").text())
        .isEqualTo(
            "What we doubt Here one more voice changes most. Findings that rest on little, or that"
                + " somebody contradicts Somebody does answer The team's confidence: low. Weak"
                + " evidence: 1 person, 1 method Assumptions that are contradicted, mixed or not"
                + " tested Nobody <answers> Contradicted so far 0 for, 1 against It costs too much"
                + " Not tested yet nothing heard yet Questions that we have found nothing on Who"
                + " <pays>?");
    assertThat(page.select("h1, h2, h3").eachText())
        .containsExactly(
            "The next open call",
            "When and where",
            "What we ask of you",
            "What we learned",
            "Somebody does answer",
            "What we doubt",
            "Findings that rest on little, or that somebody contradicts",
            "Assumptions that are contradicted, mixed or not tested",
            "Questions that we have found nothing on");
  }

  @Test
  void whatChangedTheTeamsMindComesBeforeItsFindings() throws Exception {
    Tree.Difference changed =
        new Tree.Difference(
            Optional.of(3),
            java.util.List.of(
                new Tree.Headline(
                    "We now doubt this: “Nobody answers”",
                    "assumptions/support.md",
                    java.util.List.of())),
            java.util.List.of(),
            java.util.List.of(),
            java.util.List.of(),
            java.util.List.of());
    Document page =
        SitePages.of(
                programme().research(),
                new Tree.Working(true, Optional.of(changed), java.util.List.of()))
            .page("open-call/");

    assertThat(page.select("section[aria-labelledby=learned] li").eachText())
        .containsExactly("We now doubt this: “Nobody answers”");
  }

  @Test
  void theTeamsOwnWordsStandUnderWhatIsAsked() throws Exception {
    Document page =
        page(
            programme()
                .note(
                    "pages/call-4.md",
                    "---\ntitle: Bring an invoice\ndescription: We look at three.\ncall: 4\n---\nx\n")
                .note("pages/call-3.md", "---\ntitle: Another call\ncall: 3\n---\nx\n"));

    assertThat(page.select("section[aria-labelledby=asked] .entry").eachText())
        .containsExactly("Bring an invoice We look at three.");
    assertThat(page.select("section[aria-labelledby=asked] a").attr("href"))
        .isEqualTo("../pages/call-4/");
  }

  @Test
  void theRecordingOfACallIsThereOnceTheCallHasBegun() throws Exception {
    Illustration recorded =
        programme()
            .note("pages/call-2.md", recording("Second call", 2, "abcdefghi_2"))
            .note("pages/call-3.md", recording("Third call", 3, "abcdefghi_3"))
            .note("pages/call-4.md", recording("Fourth call", 4, "abcdefghi_4"))
            .note("pages/said.md", "What was said.\n");
    Document page = page(recorded);

    assertThat(page.select("section[aria-labelledby=earlier] li").eachText())
        .containsExactly("10 December 2026 Third call", "26 November 2026 Second call");
    assertThat(page.select(".recording a").attr("href"))
        .isEqualTo("https://www.youtube.com/watch?v=abcdefghi_3");
    assertThat(page.select(".recording .ways a").attr("href")).isEqualTo("../pages/said/");
    assertThat(page.select("iframe, [src*=youtube], link[href*=youtube]")).isEmpty();
  }

  private static String recording(String title, int call, String film) {
    return """
    ---
    title: %s
    call: %d
    recording: https://youtu.be/%s
    transcript: said.md
    ---
    We met.
    """
        .formatted(title, call, film);
  }

  @Test
  void homeLeadsToItAndSoDoesTheCalendar() throws Exception {
    SitePages site = SitePages.working(programme().research());

    assertThat(site.page("").select("section[aria-labelledby=take-part]").text())
        .isEqualTo(
            "Take part 23 December 2026 10:00 Moved from 24 December 2026: to stay before the"
                + " review The next open call. Anybody may join, listen or tell us that we are"
                + " wrong. What the call is about and how to join Reviews and open calls for your"
                + " calendar");
    assertThat(site.page("").select("section[aria-labelledby=take-part] a.action").attr("href"))
        .isEqualTo("./open-call/");
    assertThat(site.text("calendar.ics").replace("\r\n ", ""))
        .contains(
            "DTSTART:20261223T100000Z\r\n"
                + "DTEND:20261223T110000Z\r\n"
                + "SUMMARY:Parking permits: open call in sprint 4\r\n"
                + "URL:https://example.org/permits/open-call/\r\n"
                + "STATUS:CONFIRMED\r\n"
                + "SEQUENCE:1\r\n"
                + "LOCATION:https://us02web.zoom.us/j/82345678901?x=1&y=2\r\n"
                + "DESCRIPTION:Moved from 24 December 2026: to stay before the review\r\n");
  }

  @Test
  void anAddressWithAPasswordIsReportedAndTheSiteGoesOnWithoutIt() throws Exception {
    Illustration programme =
        programme()
            .programme(
                """
                title: Parking permits
                cycle: {open-call: THU 10:00, join: "https://us02web.zoom.us/j/82345678901?pwd=QUJDREVGR0hJSktM"}
                """);

    assertThat(programme.check().problems())
        .extracting(dev.fortnight.problem.Problem::toString)
        .contains(
            "research/programme.yml:1: this is a key, password or token, so the site is not"
                + " published. Take it out, and make it void where it was issued: the history keeps"
                + " it.");
    assertThat(page(programme).select("a[href*=zoom]")).isEmpty();
  }

  @Test
  void aProgrammeWithoutOpenCallsHasNoSuchPage() throws Exception {
    SitePages site = SitePages.working(new Illustration().research());

    assertThat(site.has("open-call/index.html")).isFalse();
  }

  @Test
  void itIsWordedInWelshToo() throws Exception {
    Document page = page(programme().programme(PROGRAMME.formatted("cy")));

    assertThat(page.select("h1").text()).isEqualTo("Yr alwad agored nesaf");
    assertThat(page.select("section[aria-labelledby=when]").text())
        .contains(
            "Symudwyd o 24 Rhagfyr 2026: er mwyn aros cyn yr adolygiad",
            "Ymuno â'r alwad ar us02web.zoom.us");
  }

  @Test
  void twoBuildsGiveTheSameBytes() throws Exception {
    assertThat(SitePages.working(programme().research()).text("open-call/index.html"))
        .isEqualTo(SitePages.working(programme().research()).text("open-call/index.html"));
  }
}
