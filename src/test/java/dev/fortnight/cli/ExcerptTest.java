package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.problem.SourceLocation;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The line above and the carets below, as a terminal shows them. */
class ExcerptTest {

  @Test
  void caretsStandUnderTheColumns() {
    assertThat(excerpt("ask Someone at once", 5, 12))
        .isEqualTo(
            """
            ask Someone at once
                ^^^^^^^
            """);
  }

  @Test
  void placeWithoutExtentHasOneCaret() {
    assertThat(excerpt("abc", 4, 4)).isEqualTo("abc\n   ^\n");
    assertThat(excerpt("abc", 40, 50)).isEqualTo("abc\n   ^\n");
  }

  @Test
  void longLineIsCutAroundThePlace() {
    assertThat(excerpt("x".repeat(100) + " here " + "y".repeat(100), 102, 106))
        .isEqualTo(
            """
            …xxxxxxxxxxxxxxxxxxxxxxx here yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…
                                     ^^^^
            """);
    assertThat(excerpt("z".repeat(100), 1, 101))
        .isEqualTo("z".repeat(72) + "…\n" + "^".repeat(72) + "\n");
    assertThat(excerpt("x".repeat(100) + "!", 101, 102))
        .isEqualTo("…" + "x".repeat(71) + "!\n" + " ".repeat(72) + "^\n");
  }

  @Test
  void wideAndCombiningCharactersKeepTheCaretsInPlace() {
    assertThat(excerpt("市议会 x", 5, 6)).isEqualTo("市议会 x\n       ^\n");
    assertThat(excerpt("e\u0301🍮x", 4, 5)).isEqualTo("e\u0301🍮x\n   ^\n");
  }

  @Test
  void controlCharactersBecomeDots() {
    assertThat(excerpt("\ta\u001b[31mb\u0007", 2, 3)).isEqualTo("·a·[31mb·\n ^\n");
  }

  private static String excerpt(String text, int first, int end) {
    SourceLine line = new SourceLine(text, 0);
    Extent extent = Extent.of(SourceLocation.columns("a.md", 1, first, end), Optional.of(line));
    Excerpt excerpt = Excerpt.of(line, extent);
    return excerpt.text() + "\n" + excerpt.carets() + "\n";
  }
}
