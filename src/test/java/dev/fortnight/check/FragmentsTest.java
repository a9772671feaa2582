package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FragmentsTest {

  @Test
  void aPlaceThatIsNotOnThePageIsToldWithTheNearest() {
    assertThat(
            new Illustration()
                .note(
                    "interviews/a.md",
                    """
                    ---
                    consent: public
                    ---
                    ## What we heard

                    > Said.
                    {: #q1 .evidence}

                    ## Café
                    """)
                .note(
                    "pages/b.md",
                    """
                    ## Why

                    [One](../interviews/a.md#q1), [two](../interviews/a.md#what-we-heard),
                    [three](../interviews/a.md#caf%C3%A9), [four](#why), [five](#top), [six](#).
                    [Seven](../interviews/a.md#q9), [eight](../interviews/a.md#what-we-herd),
                    [nine](#wy), [ten](/interviews/a/#Quilla), [eleven](#evidence)

                    Said[^1].

                    [^1]: Where.
                    """)
                .problems())
        .isEqualTo(
            """
            research/pages/b.md:5: there is no place '#q9' on the page of research/interviews/a.md, so the link leads to its top. Did you mean '#q1'?
            research/pages/b.md:5: there is no place '#what-we-herd' on the page of research/interviews/a.md, so the link leads to its top. Did you mean '#what-we-heard'?
            research/pages/b.md:6: there is no place '#wy' on this page, so the link does nothing. Did you mean '#why'?
            research/pages/b.md:6: there is no place of this name on the page of research/interviews/a.md, so the link leads to its top. Link to one of its headings, or mark the place as in {: #name}.""");
  }

  @Test
  void aPlaceOfANoteWithoutAPageIsNotAskedFor() {
    assertThat(
            new Illustration()
                .note("interviews/a.md", "---\nconsent: internal\n---\n")
                .note("pages/b.md", "[One](../interviews/a.md#q9)\n")
                .problems())
        .isEqualTo(
            "research/pages/b.md:1: this links to research/interviews/a.md, which is not published"
                + " here, so only the words are shown. Leave it if that is meant, or link to"
                + " something public.");
  }
}
