package dev.fortnight.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.site.Tree;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDifferenceTest {

  @Test
  void equalTextsDoNotDiffer() {
    assertThat(said(List.of("One two.", "Three."), List.of("One two.", "Three."))).isEmpty();
  }

  @Test
  void aWordIsReplacedAmongTheWordsAroundIt() {
    assertThat(said(List.of("Risk is about assurance."), List.of("Risk is about papers.")))
        .containsExactly("Risk is about [-assurance.-] [+papers.+]");
  }

  @Test
  void farFromAChangeTheTextIsLeftOut() {
    String around = "one two three four five six seven eight nine ten";

    assertThat(said(List.of(around + " old " + around), List.of(around + " new " + around)))
        .containsExactly(
            "… three four five six seven eight nine ten [-old-] [+new+]"
                + " one two three four five six seven eight …");
  }

  @Test
  void changesNearEachOtherAreShownTogether() {
    assertThat(said(List.of("a b c d e f"), List.of("a B c d E f")))
        .containsExactly("a [-b-] [+B+] c d [-e-] [+E+] f");
  }

  @Test
  void changesInTwoParagraphsAreShownApart() {
    assertThat(said(List.of("a b", "c d"), List.of("a B", "c D")))
        .containsExactly("a [-b-] [+B+]", "c [-d-] [+D+]");
  }

  @Test
  void aNewParagraphIsAddedWhole() {
    assertThat(said(List.of("First."), List.of("First.", "Second one.")))
        .containsExactly("First. [+Second one.+]");
  }

  @Test
  void aParagraphThatIsGoneIsRemovedWhole() {
    assertThat(said(List.of("First.", "Second one.", "Third."), List.of("First.", "Third.")))
        .hasSize(1)
        .first()
        .asString()
        .contains("[-", "Second one.", "-]");
  }

  @Test
  void nothingBecomesSomething() {
    assertThat(said(List.of(), List.of("All new."))).containsExactly("[+All new.+]");
    assertThat(said(List.of("All old."), List.of())).containsExactly("[-All old.-]");
  }

  private static List<String> said(List<String> before, List<String> after) {
    return WordDifference.between(before, after).stream().map(WordDifferenceTest::said).toList();
  }

  private static String said(Tree.Passage passage) {
    return passage.runs().stream()
        .map(
            run ->
                switch (run.kind()) {
                  case KEPT -> run.text();
                  case ADDED -> "[+" + run.text() + "+]";
                  case REMOVED -> "[-" + run.text() + "-]";
                  case UNSHOWN -> "[?" + run.text() + "?]";
                })
        .collect(Collectors.joining(" "));
  }
}
