package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

  private static Link to(String target) {
    return new Link(target, new TextPlace(1, Optional.empty()), false, "words");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/",
        "HTTP:",
        "mailto:team@example.org",
        "x-y.z+1:rest",
        "javascript:\nalert(1)",
        "//example.org/page"
      })
  void whatNamesASchemeOrAHostLeavesTheSite(String target) {
    assertThat(to(target).isExternal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":rest",
        "1st:rest",
        "../findings/risk.md",
        "a page:of ours",
        "page?at=12:30",
        "#place:of",
        "/findings/",
        "é:rest"
      })
  void anythingElseStaysInIt(String target) {
    assertThat(to(target).isExternal()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "risk.md, risk.md",
    "risk.md#q1, risk.md",
    "risk.md?a=b#q1, risk.md",
    "risk.md#q1?, risk.md",
    "#q1, ''",
    "'', ''"
  })
  void pathIsWhatStandsBeforeQueryAndFragment(String target, String path) {
    assertThat(to(target).path()).isEqualTo(path);
  }
}
