package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Illustration;
import dev.fortnight.note.Note;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinksOnPagesTest {

  private static final String FINDING =
      """
      ## Evidence
      ### Text-evidence
      ### Other

      [a](#evidence) [b](#other) [c](#lead) [d](../findings/f.md#evidence) [e](../interviews/shut.md)

      | x |
      |---|
      | [f](//example.org/) |
      """;

  @Test
  void idsThatTheLayoutsUseGetAnotherNameAndLinksFollowThem() {
    CheckedResearch research = research();
    Links links = new Links(research, Set.of(), Set.of("evidence", "lead"));
    Note note = research.note("findings/f.md").orElseThrow().content();

    assertThat(links.own(note, "../../", new PartMemory<>(false)))
        .isEqualTo(
            """
            <h2 id="text-evidence">Evidence</h2>
            <h3 id="text-text-evidence">Text-evidence</h3>
            <h3 id="other">Other</h3>
            <p><a href="#text-evidence">a</a> <a href="#other">b</a> <a href="#lead">c</a> <a href="../../findings/f/#text-evidence">d</a> e</p>
            <div class="table-scroll" role="region" tabindex="0" aria-label="Table"><table><thead><tr><th>x</th></tr></thead><tbody><tr><td><a href="//example.org/">f</a></td></tr></tbody></table></div>
            """);
  }

  @Test
  void aQuotationLeavesItsIdsBehindAndItsLinksLeadHome() {
    CheckedResearch research = research();
    Links links = new Links(research, Set.of(), Set.of("evidence"));
    Note note = research.note("findings/f.md").orElseThrow().content();

    assertThat(links.quoted(note, note.prose(), "../"))
        .startsWith(
            """
            <h2>Evidence</h2>
            <h3>Text-evidence</h3>
            <h3>Other</h3>
            <p><a href="../findings/f/#text-evidence">a</a> <a href="../findings/f/#other">b</a>""");
  }

  @Test
  void aTopicKeepsOnlyLinksToOtherSites() throws Exception {
    CheckedResearch research =
        new Illustration()
            .topic(
                1,
                "x",
                "[a](/b) [c](https://example.org/?d=1&e=\"2) ![f](https://example.org/g.png) <script>h</script>")
            .research();
    Links links = new Links(research, Set.of(), Set.of());

    assertThat(links.foreign(research.topics().get(0).body()))
        .isEqualTo("<p>a <a href=\"https://example.org/?d=1&amp;e=&quot;2\">c</a> f </p>\n");
  }

  private static CheckedResearch research() {
    return new Illustration()
        .note("findings/f.md", FINDING)
        .note("interviews/shut.md", "---\nconsent: internal\n---\n")
        .research();
  }
}
