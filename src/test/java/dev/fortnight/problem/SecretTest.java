package dev.fortnight.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

  @Test
  void printsNothingOfItself() {
    record Settings(Optional<Secret> token) {}

    assertThat(new Settings(Optional.of(new Secret("ghp_example"))).toString())
        .isEqualTo("Settings[token=Optional[***]]");
  }

  @Test
  void dropsTheLineEndThatAFileLeaves() {
    assertThat(new Secret(" ghp_example\n").reveal()).isEqualTo("ghp_example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "ghp_one\nHost: evil", "ghp_ä", "ghp_a b"})
  void refusesWhatCouldBreakOutOfAHeaderWithoutRepeatingIt(String value) {
    assertThatThrownBy(() -> new Secret(value))
        .isInstanceOf(ProblemException.class)
        .hasMessage("a token is empty or holds characters that no token has");
  }

  @Test
  void isEqualByValue() {
    assertThat(new Secret("a"))
        .isEqualTo(new Secret("a"))
        .hasSameHashCodeAs(new Secret("a"))
        .isNotEqualTo(new Secret("b"));
  }
}
