package dev.fortnight.announce.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrkdwnTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          <!channel> look            → &lt;!channel&gt; look
          <@U0123456789>             → &lt;@U0123456789&gt;
          <https://example.org|here> → &lt;https://example.org|here&gt;
          R&D and &lt,               → R&amp;D and &amp;lt,
          *Bold* and _this_          → ∗Bold∗ and ˍthisˍ
          ~gone~ `code`              → ∼gone∼ ˋcodeˋ
          snake_case_name and 3*4    → snake_case_name and 3*4
          """)
  void whatPeopleWriteIsTextAndNothingMore(String written, String markup) {
    assertThat(Mrkdwn.text(written)).isEqualTo(markup);
  }

  @Test
  void linesAndDirectionsDoNotBreakOutOfTheirLine() {
    assertThat(Mrkdwn.text(" one\n> two\u2028three\u202efour\tfive "))
        .isEqualTo("one &gt; two three four five");
  }

  @Test
  void cutTextEndsNeitherInAnEntityNorInHalfACharacter() {
    assertThat(Mrkdwn.text("&".repeat(10), 8)).isEqualTo("&amp;…");
    assertThat(Mrkdwn.text("🦆".repeat(10), 8)).isEqualTo("🦆".repeat(7) + "…");
    assertThat(Mrkdwn.text("🦆".repeat(8), 8)).isEqualTo("🦆".repeat(8));
  }

  @Test
  void linkThatWeMakeStaysALinkWhateverItsAddress() {
    assertThat(Mrkdwn.link("https://example.org/a|b>c d?e=1&f=\"2\"", "label"))
        .isEqualTo("<https://example.org/a%7Cb%3Ec%20d?e=1&amp;f=%222%22|label>");
  }
}
