package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
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

  @Test
  void onlyWhatDiffersIsLookedAtWithWhatStandsAround() {
    String text = "one two three four five six seven eight nine ten eleven";

    assertThat(differing(text, text.replace("five", "5"))).containsExactly("four five six ");
    assertThat(differing(text, text.replace("one ", ""))).containsExactly("one two t");
    assertThat(differing(text, text + " twelve")).containsExactly("eleven");
    assertThat(differing(text, "")).isEqualTo(parts(text));
    assertThat(differing("", text)).containsExactly("");
  }

  /** Also where something was taken out, and what stood apart stands together. */
  @Test
  void whateverIsNewWithinTheOverlapIsInAPart() {
    Random random = new Random(11);
    for (int run = 0; run < 2000; run++) {
      StringBuilder seen = new StringBuilder();
      for (int i = random.nextInt(80); i > 0; i--) {
        seen.append("ab \n".charAt(random.nextInt(4)));
      }
      int from = random.nextInt(seen.length() + 1);
      int to = from + random.nextInt(seen.length() - from + 1);
      String text =
          new StringBuilder(seen).replace(from, to, "b".repeat(random.nextInt(40))).toString();
      List<String> parts = differing(text, seen.toString());

      for (int start = 0; start + 5 <= text.length(); start++) {
        String window = text.substring(start, start + 5);
        if (seen.indexOf(window) < 0) {
          assertThat(parts).as(text + " at " + start).anyMatch(part -> part.contains(window));
        }
      }
    }
  }

  private static List<String> differing(String text, String seen) {
    return TextParts.differing(text, seen, 25, 5).stream().map(part -> part.of(text)).toList();
  }

  private static List<String> parts(String text) {
    return TextParts.of(text, 25, 5).stream().map(part -> part.of(text)).toList();
  }
}
