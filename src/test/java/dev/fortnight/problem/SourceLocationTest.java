package dev.fortnight.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceLocationTest {

  @Test
  void readsAsTerminalsAndEditorsUnderstandIt() {
    assertThat(SourceLocation.file("a.md")).hasToString("a.md");
    assertThat(new SourceLocation("a.md", 4)).hasToString("a.md:4");
    assertThat(SourceLocation.columns("a.md", 4, 3, 9)).hasToString("a.md:4:3");
  }

  @Test
  void sortsByFileThenLineThenColumn() {
    List<SourceLocation> sorted =
        List.of(
            SourceLocation.file("a.md"),
            new SourceLocation("a.md", 2),
            SourceLocation.columns("a.md", 2, 1, 4),
            SourceLocation.columns("a.md", 2, 9, 12),
            SourceLocation.columns("a.md", 10, 1, 1),
            SourceLocation.file("b.md"));

    assertThat(sorted).isSorted();
  }

  @Test
  void refusesColumnsThatNoLineHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SourceLocation.columns("a.md", 1, 0, 4))
        .withMessage("no line has the columns 0 to 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SourceLocation.columns("a.md", 0, 1, 4))
        .withMessage("a whole file has no columns");
  }
}
