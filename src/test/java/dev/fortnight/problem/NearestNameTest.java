package dev.fortnight.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> KNOWN =
      List.of("title", "tags", "topics", "topic", "consent", "consent_expires", "published");

  @ParameterizedTest
  @CsvSource({
    "tilte, title",
    "titel, title",
    "conesnt, consent",
    "consent-expire, consent_expires",
    "publishd, published",
    "topcs, topics",
    "tpoic, topic",
    "tgas, tags",
    "author,",
    "t,",
    "'',",
  })
  void slipsOfTheFingerAreFound(String misspelt, String meant) {
    assertThat(NearestName.of(misspelt, KNOWN)).isEqualTo(Optional.ofNullable(meant));
  }

  @Test
  void ofTwoAsNearTheFirstInTheAlphabetIsMeant() {
    assertThat(NearestName.of("cat", List.of("cut", "cot", "bat"))).contains("bat");
  }

  @Test
  void lookingNoFurtherThanTheLimitFindsTheSame() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      String misspelt = word(random);
      String known = word(random);
      int limit = Math.max(1, misspelt.length() / 3);

      assertThat(NearestName.of(misspelt, List.of(known)).isPresent())
          .as(misspelt + " " + known)
          .isEqualTo(distance(misspelt, known) <= limit);
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int length = random.nextInt(10); length > 0; length--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  /** The whole table, without any way to leave it early. */
  private static int distance(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        table[i][j] =
            Math.min(table[i - 1][j - 1] + other, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
        }
      }
    }
    return table[a.length()][b.length()];
  }
}
