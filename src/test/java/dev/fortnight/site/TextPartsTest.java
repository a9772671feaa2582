package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextPartsTest {

  @Test
  void aShortTextIsOnePart() {
    assertThat(parts("one two three")).containsExactly("one two three");
    assertThat(parts("")).containsExactly("");
  }

  @Test
  void partsOverlapAndCutNoWord() {
    assertThat(parts("one two three four five six seven eight nine ten eleven"))
        .containsExactly(
            "one two three four five ", "five six seven eight ", "eight nine ten eleven");
  }

  @Test
  void anEndlessWordIsCutSomewhere() {
    assertThat(parts("k".repeat(60)))
        .containsExactly("k".repeat(25), "k".repeat(25), "k".repeat(20));
  }

  @Test
  void whatIsShorterThanTheOverlapIsWholeInOnePart() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append(i).append(i % 7 == 0 ? "\n" : i % 3 == 0 ? " " : "");
    }
    List<String> parts = parts(text.toString());

    for (int start = 0; start + 5 <= text.length(); start++) {
      String window = text.substring(start, start + 5);
      assertThat(parts).as("at " + start).anyMatch(part -> part.contains(window));
    }
  }

  private static List<String> parts(String text) {
    return TextParts.of(text, 25, 5).stream().map(part -> part.of(text)).toList();
  }
}
