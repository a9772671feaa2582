package dev.fortnight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BeginningsTest {

  private final Beginnings beginnings = new Beginnings();

  private boolean isPossible(String form, String text) {
    Matcher matcher = Pattern.compile(form).matcher(text);
    return beginnings.isPossible(Beginnings.of(text, 0), 0, matcher.useTransparentBounds(true));
  }

  @Test
  void beginningThatNothingCanFollowIsHopelessFromThenOn() {
    assertThat(beginnings.isHopeless(Beginnings.of("12ab", 0))).isFalse();

    assertThat(isPossible("\\d{2}-\\d{4}", "12ab 34")).isFalse();
    assertThat(isPossible("\\d{2}-\\d{4}", "12ab 34")).isFalse();
    assertThat(beginnings.isHopeless(Beginnings.of("12ab", 0))).isTrue();
  }

  @Test
  void beginningThatMayGoOnIsPossibleHoweverItDoes() {
    assertThat(isPossible("\\d{2}-\\d{4}", "12-3x")).isTrue();
    assertThat(isPossible("\\d{2}-\\d{4}", "12-3456")).isTrue();
    assertThat(beginnings.isHopeless(Beginnings.of("12-3", 0))).isFalse();
  }

  /** What a form looks ahead at may stand behind the four characters. */
  @Test
  void whatMustNotFollowIsLeftOpen() {
    assertThat(isPossible("\\d{4}(?!\\d)", "12345")).isTrue();
    assertThat(isPossible("\\d{4}(?!\\d)", "1234 ")).isTrue();
  }

  @Test
  void ofWhatIsShortOrOfAnotherAlphabetNothingIsKnown() {
    assertThat(isPossible("\\d{2}", "ab")).isTrue();
    assertThat(isPossible("\\d{2}", "ab日本")).isTrue();
    assertThat(beginnings.isHopeless(Beginnings.of("ab", 0))).isFalse();
  }
}
