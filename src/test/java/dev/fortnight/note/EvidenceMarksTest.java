package dev.fortnight.note;

import static dev.fortnight.note.ReadNotes.html;
import static dev.fortnight.note.ReadNotes.interview;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Illustrative quotations throughout. */
class EvidenceMarksTest {

  @Test
  void aMarkDirectlyUnderAQuotationIsItsOwn() {
    Note note =
        interview(
            """
            ---
            participants: [P07]
            ---
            Before.

            > We would reuse it tomorrow.
            {: #q1 .evidence supports="support-is-the-barrier, no-roadmap" contradicts='time'}

            After.
            """);

    assertThat(note.evidence())
        .containsExactly(
            new Evidence(
                "interviews/2026-11-10-illustrative",
                "q1",
                Optional.of("P07"),
                List.of("support-is-the-barrier", "no-roadmap"),
                List.of("time"),
                new Prose("<p>We would reuse it tomorrow.</p>", List.of(), List.of(), ""),
                7));
    assertThat(note.prose().slotted())
        .isEqualTo(
            """
            <p>Before.</p>
            <blockquote id="q1" class="evidence">
            <p>We would reuse it tomorrow.</p>
            </blockquote>
            <p>After.</p>
            """);
  }

  @Test
  void aMarkUnderABlankLineIsThatOfTheBlockBelow() {
    assertThat(html("> One.\n\n{: #q1 .evidence}\n> Two.\n"))
        .isEqualTo(
            """
            <blockquote>
            <p>One.</p>
            </blockquote>
            <blockquote id="q1" class="evidence">
            <p>Two.</p>
            </blockquote>
            """);
    assertThat(html("{: #q1 .evidence}\nTop.\n"))
        .isEqualTo("<p id=\"q1\" class=\"evidence\">Top.</p>\n");
  }

  @Test
  void aMarkBetweenTwoBlocksIsThatOfTheOneAbove() {
    assertThat(html("Above.\n{: #q1 .evidence}\nBelow.\n"))
        .isEqualTo("<p id=\"q1\" class=\"evidence\">Above.</p>\n<p>Below.</p>\n");
  }

  @Test
  void twoLinesOfAttributesAreOneMark() {
    Note note = interview("> One.\n{: #q1}\n{: .evidence supports=\"a\"}\n");

    assertThat(note.evidence()).extracting(Evidence::id).containsExactly("q1");
    assertThat(note.evidence().get(0).supports()).containsExactly("a");
  }

  @Test
  void aMarkMayStandOnAParagraphAListAHeadingATableOrCode() {
    Note note =
        interview(
            """
            A paragraph.
            {: #p .evidence}

            * One
            * Two
            {: #l .evidence}

            ## A heading
            {: #h .evidence}

            | a | b |
            |---|---|
            | 1 | 2 |
            {: #t .evidence}

            ```
            code
            ```
            {: #c .evidence}
            """);

    assertThat(note.evidence())
        .extracting(mark -> mark.id() + ": " + mark.quotation().slotted().replace("\n", ""))
        .containsExactly(
            "p: A paragraph.",
            "l: <ul id=\"l\" class=\"evidence\"><li>One</li><li>Two</li></ul>",
            "h: A heading",
            "t: <div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">"
                + "<table id=\"t\" class=\"evidence\"><thead><tr><th>a</th><th>b</th></tr></thead>"
                + "<tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>",
            "c: <pre id=\"c\" class=\"evidence\"><code>code</code></pre>");
  }

  @Test
  void anIndentedMarkInAListIsThatOfTheBlockInsideAndNotOfTheWholeList() {
    Note note =
        interview(
            """
            1. Not to be quoted.
            2. Said this:

               > Quoted.
               {: #q1 .evidence}
            """);

    assertThat(note.evidence())
        .extracting(mark -> mark.quotation().slotted())
        .containsExactly("<p>Quoted.</p>");
  }

  @Test
  void aMarkInAListOrQuotationIsThatOfABlockInIt() {
    assertThat(quotations("* Said:\n\n  > One.\n  {: #q1 .evidence}\n\n  > Two.\n* Three\n"))
        .containsExactly("q1: <p>One.</p>");
    assertThat(quotations("* One\n\n  {: #q1 .evidence}\n  > Two.\n* Three\n"))
        .containsExactly("q1: <p>Two.</p>");
    assertThat(quotations("> Outer.\n>\n> > Inner.\n> {: #q1 .evidence}\n"))
        .containsExactly("q1: <p>Inner.</p>");
    assertThat(quotations("> One.\n>\n> {: #q1 .evidence}\n> Two.\n")).containsExactly("q1: Two.");
    assertThat(quotations("* One\n{: #q1 .evidence}\n* Two\n"))
        .containsExactly("q1: <ul id=\"q1\" class=\"evidence\"><li>One</li></ul>");
    assertThat(quotations("Term\n: Meaning\n{: #q1 .evidence}\n"))
        .containsExactly("q1: <dl id=\"q1\" class=\"evidence\"><dt>Term</dt><dd>Meaning</dd></dl>");
  }

  @Test
  void aMarkMayBeWrappedAndMayStandAboveABlankLine() {
    assertThat(quotations("> One.\n> {: #q1 .evidence\n> supports=\"a\"}\n"))
        .containsExactly("q1: One.");
    assertThat(quotations("> One.\n\n{: #q1 .evidence}\n\n> Two.\n"))
        .containsExactly("q1: <p>Two.</p>");
    assertThat(html("> One.\n{: #q1 .evidence\n\n> Two.\n")).contains("{: #q1 .evidence");
  }

  @Test
  void attributesAboveAndUnderABlockAreOneMark() {
    Note note = interview("{: #q1 .evidence}\n> One.\n{: supports='a \\} b'}\n");

    assertThat(note.evidence().get(0).supports()).containsExactly("a", "}", "b");
  }

  @Test
  void aMarkInRawHtmlIsLostAndNotShown() {
    Note note = interview("<p>One.</p>\n{: #q1 .evidence}\n\n> Two.\n");

    assertThat(note.lostMarks()).containsExactly(new LostMark(2, true));
    assertThat(html(note.source())).doesNotContain("{:");
  }

  private static List<String> quotations(String text) {
    return interview(text).evidence().stream()
        .map(mark -> mark.id() + ": " + mark.quotation().slotted().replace("\n", ""))
        .toList();
  }

  @Test
  void attributeLinesInFencesStayAsTheyAre() {
    Note note = interview("````\n```\n{: #q1 .evidence}\n````\n\n~~~\n{: #q2 .evidence}\n~~~\n");

    assertThat(note.evidence()).isEmpty();
    assertThat(note.prose().slotted())
        .isEqualTo(
            "<pre><code>&#96;&#96;&#96;\n{: #q1 .evidence}\n</code></pre>\n<pre><code>{: #q2 .evidence}\n</code></pre>\n");
  }

  @Test
  void inlineCodeThatLooksLikeAFenceOpensNone() {
    assertThat(interview("``` not a fence ```\n\n> One.\n{: #q1 .evidence}\n").evidence())
        .hasSize(1);
  }

  @Test
  void aParticipantIsNamedByTheMarkOrByANoteThatHasOnlyOne() {
    assertThat(participant("[P07]", "")).contains("P07");
    assertThat(participant("P07", "")).contains("P07");
    assertThat(participant("[P07, P08]", "")).isEmpty();
    assertThat(participant("[P07, P08]", " participant=\"P08\"")).contains("P08");
    assertThat(participant("[]", "")).isEmpty();
    assertThat(participant("[P07]", " participant=\"P09\"")).contains("P09");
  }

  private static Optional<String> participant(String participants, String attribute) {
    return interview(
            "---\nparticipants: "
                + participants
                + "\n---\n> One.\n{: #q1 .evidence"
                + attribute
                + "}\n")
        .evidence()
        .get(0)
        .participant();
  }

  @Test
  void aQuotationHoldsNoMoreThanItsBlockEvenWithTablesAndMarksInside() {
    Note note =
        interview(
            """
            Before.

            > | a |
            > |---|
            > | 1 |
            {: #q1 .evidence}

            <div id="q2" class="evidence"><table><tr><td><table><tr><td>x</td></tr></table></td></tr></table><p id="q3" class="evidence">y</p></div>

            After.
            """);

    assertThat(note.evidence().get(0).quotation().slotted())
        .startsWith("<div class=\"table-scroll\"")
        .endsWith("</table></div>")
        .doesNotContain("Before", "After");
    org.jsoup.nodes.Document page = org.jsoup.Jsoup.parse(html(note.source()));
    assertThat(page.select("table")).hasSize(3);
    assertThat(page.select("body > p").eachText()).containsExactly("Before.", "After.");
  }

  @Test
  void anIdStandsOnAPageOnlyOnceAndTheMarkKeepsIt() {
    Note note =
        interview(
            """
            ## Q1

            ## Same

            ## Same

            <p id="same">Raw.</p>

            > One.
            {: #q1 .evidence}

            > Two.
            {: #q1 .evidence}
            """);

    assertThat(org.jsoup.Jsoup.parse(note.prose().slotted()).select("[id]").eachAttr("id"))
        .doesNotHaveDuplicates()
        .contains("q1", "same");
    assertThat(note.evidence().get(0).quotation().slotted()).isEqualTo("<p>One.</p>");
    assertThat(org.jsoup.Jsoup.parse(note.prose().slotted()).getElementById("q1").text())
        .isEqualTo("One.");
  }

  @Test
  void valuesThatAreCalledLikeAttributesDoNoHarm() {
    assertThat(html("<p id=\"x\" title=\"class\">a</p>\n"))
        .isEqualTo("<p id=\"x\" title=\"class\">a</p>\n");
    assertThat(html("<img title=\"alt\" src=\"a.png\">\n"))
        .isEqualTo("<img title=\"alt\" src=\"a.png\" alt=\"\" />\n");
    assertThat(html("<img alt=\"src\">\n")).isEqualTo("src\n");
  }
}
