package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WritingTest {

  @Test
  void imagesWithoutWordsAreFoundInRawHtmlToo() {
    assertThat(
            new Illustration()
                .media("media/a.png", new byte[0])
                .note(
                    "pages/a.md",
                    """
                    ![](../media/a.png) ![A map](../media/a.png)

                    <p><img src="../media/b.png"></p>

                    <img alt="A plan" src="../media/a.png">
                    <img alt=" " src="../media/c.png">
                    """)
                .warnings("image-text"))
        .isEqualTo(
            """
            research/pages/a.md:1: this image has no alternative text, so it says nothing to who cannot see it. Say what it shows, as in ![words](file) or alt="words".
            research/pages/a.md:3: this image has no alternative text, so it says nothing to who cannot see it. Say what it shows, as in ![words](file) or alt="words".
            research/pages/a.md:6: this image has no alternative text, so it says nothing to who cannot see it. Say what it shows, as in ![words](file) or alt="words".""");
  }

  @Test
  void skippedHeadingLevelsAreFound() {
    assertThat(
            new Illustration()
                .note("pages/a.md", "# Title\n\n## One\n\n### Two\n\n## Three\n\n#### Four\n")
                .note("pages/b.md", "---\ntitle: b\n---\n### First\n\n<h5>Second</h5>\n\n# Third\n")
                .problems())
        .isEqualTo(
            """
            research/pages/a.md:9: this heading has level 4 where level 3 is the deepest that can come next, so who moves by headings looks for one between. Begin it with ###.
            research/pages/b.md:4: this heading has level 3 where level 2 is the deepest that can come next, so who moves by headings looks for one between. Begin it with ##.
            research/pages/b.md:6: this heading has level 5 where level 4 is the deepest that can come next, so who moves by headings looks for one between. Begin it with ####.""");
  }

  @Test
  void linksWhoseWordsSayNothingAreFound() {
    assertThat(
            new Illustration()
                .note(
                    "pages/a.md",
                    """
                    [here](https://example.org/1) [the papers here](https://example.org/)
                    [**Click here**!](https://example.org/2) [this plan](https://example.org/)
                    <a href="https://example.org/3">Read more…</a> [More about us](https://example.org/)
                    [](https://example.org/4)

                    Said[^1] on https://example.org/.

                    [^1]: By somebody.
                    """)
                .problems())
        .isEqualTo(
            """
            research/pages/a.md:1: the words of this link do not say where it leads. Put the link on the words that name its target.
            research/pages/a.md:2: the words of this link do not say where it leads. Put the link on the words that name its target.
            research/pages/a.md:3: the words of this link do not say where it leads. Put the link on the words that name its target.
            research/pages/a.md:4: the words of this link do not say where it leads. Put the link on the words that name its target.""");
  }

  @Test
  void aRecordingNeedsItsWordsInWriting() {
    assertThat(
            new Illustration()
                .note("weeknotes/2026-11-06-a.md", "---\nrecording: https://example.org/a\n---\n")
                .note(
                    "weeknotes/b.md",
                    "---\nrecording: https://example.org/b\n"
                        + "captions: https://example.org/b.vtt\n---\n")
                .note(
                    "weeknotes/c.md",
                    "---\nrecording: https://example.org/c\ntranscript: b.md\n---\n")
                .note("weeknotes/d.md", "---\nrecording: no\n---\n")
                .note(
                    "weeknotes/e.md",
                    "---\nrecording: https://example.org/e\ncaptions: false\n---\n")
                .problems())
        .isEqualTo(
            """
            research/weeknotes/2026-11-06-a.md:2: this recording has neither captions nor a transcript, so it says nothing to who cannot hear it. Add 'captions' or 'transcript' with the file that holds them.
            research/weeknotes/e.md:2: this recording has neither captions nor a transcript, so it says nothing to who cannot hear it. Add 'captions' or 'transcript' with the file that holds them.""");
  }

  @Test
  void aRecordingAndItsWordsCanBeReached() {
    assertThat(
            new Illustration()
                .note("interviews/shut.md", "---\nconsent: internal\n---\nx\n")
                .note("weeknotes/a.md", "---\nrecording: a.mp4\ncaptions: a.vtt\n---\n")
                .note(
                    "weeknotes/b.md",
                    "---\nrecording: https://example.org/b\n"
                        + "captions: http://example.org/b.vtt\n"
                        + "transcript: ../interviews/shut.md\n---\n")
                .problems())
        .isEqualTo(
            """
            research/weeknotes/a.md:2: this is no https address, so the page does not link to a recording. Write the whole address, as in 'recording: https://example.org/call.mp4'.
            research/weeknotes/a.md:3: this leads to nothing that is published, so the page does not link to it. Name a note that has a page, a file in WebVTT such as '../media/call.vtt', or an https address.
            research/weeknotes/b.md:3: this leads to nothing that is published, so the page does not link to it. Name a note that has a page, a file in WebVTT such as '../media/call.vtt', or an https address.
            research/weeknotes/b.md:4: this leads to nothing that is published, so the page does not link to it. Name a note that has a page, a file in WebVTT such as '../media/call.vtt', or an https address.""");
  }

  @Test
  void whatIsNotPublishedMayBeWrittenAnyhow() {
    assertThat(
            new Illustration()
                .note(
                    "interviews/a.md",
                    "---\nconsent: internal\nrecording: x\n---\n#### Deep\n\n[here](b.md) ![](c)\n")
                .problems())
        .isEmpty();
  }
}
