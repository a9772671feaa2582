package dev.fortnight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {

  private static final Vocabulary SOME = Vocabulary.of("jane", "日本");

  private final Searchable text = Searchable.of("Jane and John and J<b>a</b>ne in 日本.");

  @Test
  void nextWordIsFoundFromAnyOne() {
    assertThat(SOME.next(text, 0)).isEqualTo(0);
    assertThat(SOME.next(text, 1)).isEqualTo(4);
    assertThat(SOME.next(text, 4)).isEqualTo(4);
    assertThat(SOME.next(text, 5)).isEqualTo(6);
  }

  @Test
  void whereNoneFollowsItGivesHowManyWordsThereAre() {
    assertThat(SOME.next(text, 7)).isEqualTo(7);
    assertThat(SOME.next(text, 8)).isEqualTo(7);
    assertThat(SOME.next(Searchable.of(""), 0)).isEqualTo(0);
  }

  @Test
  void anotherWordWithTheSameHashIsNone() {
    assertThat("bd".hashCode()).isEqualTo("cE".hashCode());

    assertThat(Vocabulary.of("cE").next(Searchable.of("bd"), 0)).isEqualTo(1);
  }
}
