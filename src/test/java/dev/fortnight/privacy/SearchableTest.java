package dev.fortnight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchableTest {

  private static List<String> words(Searchable text) {
    return IntStream.range(0, text.words()).mapToObj(text::word).toList();
  }

  @Test
  void textOfAnyAlphabetIsCutIntoWords() {
    Searchable text = Searchable.of("Jane 日本 Ωmega, É\ud83d\ude00");

    assertThat(text.text()).isEqualTo("Jane 日本 Ωmega, E\ud83d\ude00");
    assertThat(text.lower()).isEqualTo("jane 日本 ωmega, e\ud83d\ude00");
    assertThat(words(text)).containsExactly("jane", "日本", "ωmega", "e");
  }

  @Test
  void characterBeyondLatinIsNoSignOfWhichItHasHalf() {
    Searchable text = Searchable.of("\u4e3a// \u4e20-u \u4e3c<");

    assertThat(text.text()).isEqualTo("\u4e3a// \u4e20-u \u4e3c<");
    assertThat(text.signs(':')).isEmpty();
    assertThat(text.signs('-')).isEmpty();
    assertThat(text.signs('<')).isEmpty();
  }

  @Test
  void hashesAreThoseOfTheWordsAsStrings() {
    Searchable text = Searchable.of("Jane J<b>A</b>ne j&#97;n\u0435 日本 <p title=\"x1\">y</p>z");

    assertThat(words(text))
        .containsExactly("jane", "jane", "jane", "日本", "y", "z", "p", "title", "x1");
    for (int word = 0; word < text.words(); word++) {
      assertThat(text.hashes()[word]).isEqualTo(text.word(word).hashCode());
    }
  }

  @Test
  void wordsWithADigitAreNumbersHoweverItIsWritten() {
    Searchable text = Searchable.of("a 1 b &#50;x ٣ c");

    assertThat(text.numbers()).containsExactly(1, 3, 4);
  }

  @Test
  void signsAreKeptWithTheirPlaces() {
    Searchable text = Searchable.of("a@b x-y -u &#64; http:&#47;/c?d d:/e <<f /&#47;/");

    assertThat(text.text()).isEqualTo("a@b x-y -u @ http://c?d d:/e <<f ///");
    assertThat(text.signs('@')).containsExactly(1, 11);
    assertThat(text.signs('-')).containsExactly(8);
    assertThat(text.signs(':')).containsExactly(17);
    assertThat(text.signs('?')).containsExactly(21);
    assertThat(text.signs('<')).containsExactly(29);
  }

  /** One character may stand for eighteen, which nobody makes room for. */
  @Test
  void textThatGrowsWhileItIsFoldedIsWhole() {
    String source = "\ufdfa ".repeat(500) + "日";
    Searchable text = Searchable.of(source);

    assertThat(text.text()).hasSize(500 * 19 + 1).endsWith(" 日");
    assertThat(text.words()).isEqualTo(500 * 4 + 1);
    assertThat(text.sourceStart(text.text().length() - 1)).isEqualTo(source.length() - 1);
  }

  @Test
  void wordsOfMoreThanFifteenCharactersAreLong() {
    Searchable text = Searchable.of("abcdefghijklmno abcdefgh<b>ijklmnop</b> a 0123456789abcdefg");

    assertThat(text.longWords()).containsExactly(1, 3);
  }
}
