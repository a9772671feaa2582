package dev.fortnight.note;

import static dev.fortnight.note.ReadNotes.interview;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.problem.SourceLocation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinksInNotesTest {

  @Test
  void eachLinkKnowsItsLineEvenWhenItsTargetOccursTwice() {
    Note note =
        interview(
            """
            ---
            title: Illustrative
            ---
            [one](../findings/a.md) and `../findings/a.md`

            Later [again](../findings/a.md), and
            ![picture](../media/p.png)
            <a href="../findings/a.md">raw</a> [ref]

            <https://example.org/> https://example.net/?a=1&b=2

            [ref]: https://example.org/ref "Title"
            """);

    assertThat(note.prose().links())
        .containsExactly(
            new Link("../findings/a.md", at(4, 1, 24), false, "one"),
            new Link("../findings/a.md", at(6, 7, 32), false, "again"),
            new Link("../media/p.png", at(7, 1, 27), true, "picture"),
            new Link("../findings/a.md", at(8, 10, 26), false, "raw"),
            new Link("https://example.org/ref", at(8, 36, 41), false, "ref"),
            new Link("https://example.org/", at(10, 1, 23), false, "https://example.org/"),
            new Link(
                "https://example.net/?a=1&b=2",
                at(10, 24, 52),
                false,
                "https://example.net/?a=1&b=2"));
  }

  @Test
  void aLinkSaysWhatIsReadOfIt() {
    assertThat(
            interview(
                    """
                    [a *b*](one) [c ![d](pic)](two) [](three) <a>not</a> <a href="four">e
                    <b>f</b></a> [`g`](five)
                    """)
                .prose()
                .links())
        .extracting(link -> link.target() + " " + link.words())
        .containsExactly("one a b", "two c d", "pic d", "three ", "four e f", "five g");
  }

  @Test
  void headingsKnowTheirLevelAndLine() {
    assertThat(
            interview(
                    """
                    ---
                    title: Illustrative
                    ---
                    # One

                    Two
                    ---

                    - ### Three
                      {: #three}

                    <h4>Four</h4> <!-- h5 -->

                    ```
                    ## None
                    ```
                    <h5
                      class="x">Five</h5>

                    ###### Six
                    """)
                .prose()
                .headings())
        .containsExactly(
            new Heading(1, at(4, 1, 6)),
            new Heading(2, at(6, 1, 4)),
            new Heading(3, at(9, 3, 12)),
            new Heading(4, at(12, 1, 4)),
            new Heading(5, at(17, 1, 4)),
            new Heading(6, at(20, 1, 11)));
  }

  @Test
  void placesAreCountedInCodePointsAndEndWithTheirLine() {
    Note note = interview("👩🏽 cafe\u0301 [a\nb](one.md) é ![c](two.png)\r\n\r\n## 🍮 End\r\n");

    assertThat(note.prose().links())
        .containsExactly(
            new Link("one.md", at(1, 10, 12), false, "a b"),
            new Link("two.png", at(2, 14, 27), true, "c"));
    assertThat(note.prose().headings()).containsExactly(new Heading(2, at(4, 1, 9)));
  }

  @Test
  void nobodyForgesAPlace() {
    for (String forged : new String[] {"9999999-1", "5-2", "x", "", "-", "1-99999999999999"}) {
      Note note =
          interview("<a data-place=\"%s\" href=\"a.md\">x</a>\n\n[y](b.md)\n".formatted(forged));
      assertThat(note.prose().links()).extracting(Link::target).containsExactly("a.md", "b.md");
      assertThat(note.prose().slotted()).doesNotContain("data-place");
    }
  }

  private static TextPlace at(int line, int first, int end) {
    return new TextPlace(line, Optional.of(new SourceLocation.Columns(first, end)));
  }

  @Test
  void aSlotTakesTheAddressOrGivesWayToItsText() {
    Prose prose =
        interview("[a *b*](one.md) [c](two.md) ![d](three.png) [![e](four.png)](five.md)\n")
            .prose();

    assertThat(prose.html(link -> Optional.of("X-" + link.target())))
        .isEqualTo(
            "<p><a href=\"X-one.md\">a <em>b</em></a> <a href=\"X-two.md\">c</a> <img"
                + " src=\"X-three.png\" alt=\"d\" /> <a href=\"X-five.md\"><img"
                + " src=\"X-four.png\" alt=\"e\" /></a></p>\n");
    assertThat(prose.html(link -> Optional.empty())).isEqualTo("<p>a <em>b</em> c d e</p>\n");
    assertThat(prose.html(link -> link.isImage() ? Optional.empty() : Optional.of(link.target())))
        .isEqualTo(
            "<p><a href=\"one.md\">a <em>b</em></a> <a href=\"two.md\">c</a> d <a"
                + " href=\"five.md\">e</a></p>\n");
  }

  @Test
  void nobodyForgesASlotOrATag() {
    Prose prose =
        interview(
                "<a href=\"~7\" title='<a href=\"~0\">'>x</a> <b title='> id=\"q\" </a>'>y</b>"
                    + " &lt;a href=\"~0\"&gt; [z](~1)\n")
            .prose();

    assertThat(prose.html(link -> Optional.of("X"), id -> Optional.of("Y")))
        .isEqualTo(
            "<p><a href=\"X\" title=\"&lt;a href&#61;&#34;~0&#34;&gt;\">x</a> <b title=\"&gt;"
                + " id&#61;&#34;q&#34; &lt;/a&gt;\">y</b> &lt;a href&#61;&#34;~0&#34;&gt; <a"
                + " href=\"X\">z</a></p>\n");
    assertThat(prose.links()).extracting(Link::target).containsExactly("~7", "~1");
  }

  @Test
  void linksThatAreNestedThroughATableStayPaired() {
    Prose prose =
        interview("<a href=\"one\">a<table><tr><td><a href=\"two\">b</a></td></tr></table>c</a>\n")
            .prose();

    assertThat(org.jsoup.Jsoup.parse(prose.html(link -> Optional.empty())).select("a")).isEmpty();
    assertThat(prose.html(link -> Optional.of("X"))).doesNotContain("~");
  }

  @Test
  void idsAreRenamedOrLeftOutInsideTagsOnly() {
    Prose prose =
        interview("## Evidence\n\nThe code `<p id=\"x\">` and id=\"evidence\".\n").prose();

    assertThat(prose.html(link -> Optional.empty(), id -> Optional.of("note-" + id)))
        .isEqualTo(
            "<h2 id=\"note-evidence\">Evidence</h2>\n<p>The code <code>&lt;p"
                + " id&#61;&#34;x&#34;&gt;</code> and id&#61;&#34;evidence&#34;.</p>\n");
    assertThat(prose.html(link -> Optional.empty(), id -> Optional.empty()))
        .startsWith("<h2>Evidence</h2>");
  }

  @Test
  void footnotesLeadThereAndBack() {
    Prose prose = interview("Said[^1].\n\n[^1]: Where.\n").prose();

    assertThat(prose.links()).extracting(Link::target).containsExactly("#fn-1", "#fnref-1");
    assertThat(prose.ids()).contains("fn-1", "fnref-1");
  }

  @Test
  void aNoteWithAFirstLevelMovesAllItsLevelsDown() {
    assertThat(headings("## a\n\n# b\n\n### c\n\n###### d\n"))
        .containsExactly("h3", "h2", "h4", "h6");
    assertThat(headings("## a\n\n### b\n\n###### c\n")).containsExactly("h2", "h3", "h6");
    assertThat(headings("## a\n\n<H1>b</H1>\n")).containsExactly("h3", "h2");
  }

  private static List<String> headings(String text) {
    return org.jsoup.Jsoup.parse(ReadNotes.html("---\ntitle: x\n---\n" + text))
        .select("h1,h2,h3,h4,h5,h6")
        .stream()
        .map(org.jsoup.nodes.Element::tagName)
        .toList();
  }
}
