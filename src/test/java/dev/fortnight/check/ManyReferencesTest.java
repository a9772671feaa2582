package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What leads nowhere by the hundred. */
class ManyReferencesTest {

  @Test
  void theFirstHundredMarksThatNameNoAssumptionAreTold() {
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      marks.append("> a\n{: #q" + i + " .evidence supports=\"nowhere-" + i + "\"}\n\n");
    }
    String note = "---\nconsent: public\n---\n" + marks;

    assertThat(new Illustration().note("interviews/2026-11-10-a.md", note).problems().lines())
        .filteredOn(line -> line.contains("there is no assumption 'nowhere-"))
        .hasSize(100);
  }

  @Test
  void theFirstTwentyLinksToNoPlaceGetASuggestion() {
    String text = "## Who asks\n\n" + "[a](#who-ask)\n\n".repeat(30);

    assertThat(new Illustration().note("pages/a.md", text).problems().lines())
        .hasSize(30)
        .filteredOn(line -> line.endsWith("Did you mean '#who-asks'?"))
        .hasSize(20);
  }
}
