package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageInputsTest {

  private static final Map<String, Object> SAID =
      Map.of("title", "Risk", "card", Map.of("a", 1, "b", List.of("x", "y")));

  private final PageInputs inputs = PageInputs.of("layout", "site", SAID, "Text.");

  @Test
  void equalValuesAreOneWhateverTheirOrder() {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("b", List.of("x", "y"));
    card.put("a", 1);
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("card", card);
    said.put("title", "Risk");

    assertThat(PageInputs.of("layout", "site", said, "Text.")).isEqualTo(inputs);
  }

  @Test
  void whatChangedIsNamed() {
    Map<String, Object> said = new LinkedHashMap<>(SAID);
    said.put("title", "Another");
    said.put("tags", List.of());

    PageInputs later = PageInputs.of("layout", "site", said, "Another text.");

    assertThat(later.changedSince(inputs)).containsExactly("page.tags", "page.title", "text");
    assertThat(PageInputs.of("other", "others", SAID, "Text.").changedSince(inputs))
        .containsExactly("layout", "site");
    assertThat(inputs.changedSince(inputs)).isEmpty();
  }

  @Test
  void everyPartIsInTheWhole() {
    assertThat(
            List.of(
                PageInputs.of("other", "site", SAID, "Text.").whole(),
                PageInputs.of("layout", "other", SAID, "Text.").whole(),
                PageInputs.of("layout", "site", Map.of("title", "Risk"), "Text.").whole(),
                PageInputs.of("layout", "site", SAID, "Text").whole(),
                PageInputs.of("layout", "siteText.", SAID, "").whole()))
        .doesNotHaveDuplicates()
        .doesNotContain(inputs.whole());
  }
}
