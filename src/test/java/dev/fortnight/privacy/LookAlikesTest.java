package dev.fortnight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.SpoofChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Compares the list of look-alike letters with Unicode's, as ICU has it. With {@code
 * -Dlookalikes=write} it writes the list.
 */
class LookAlikesTest {

  private static final Path LIST =
      Path.of("src/main/resources/dev/fortnight/privacy/look-alikes.txt");

  /** The last plane that holds letters; what follows is for private use. */
  private static final int LAST = 0x1ffff;

  @Test
  void theListIsThatOfUnicode() throws IOException {
    String expected = unicode();
    if ("write".equals(System.getProperty("lookalikes"))) {
      Files.writeString(LIST, expected);
    }

    assertThat(LIST).hasContent(expected);
    assertThat(expected).contains("a 251 3b1 430\n", "o 3bf ");
  }

  private static String unicode() {
    SpoofChecker checker = new SpoofChecker.Builder().build();
    Map<String, Character> plain = new TreeMap<>();
    for (char c = '!'; c < 127; c++) {
      if (Character.isLetterOrDigit(c)) {
        plain.putIfAbsent(checker.getSkeleton(Character.toString(c)), c);
      }
    }
    plain.put(checker.getSkeleton("l"), 'l');
    plain.put(checker.getSkeleton("O"), 'O');
    Map<Character, StringBuilder> lines = new TreeMap<>();
    for (int character = 128; character <= LAST; character++) {
      if (Character.isLetter(character) && isWhole(character)) {
        Character meant = plain.get(checker.getSkeleton(Character.toString(character)));
        if (meant != null) {
          boolean isCapital = meant == 'l' && Character.isUpperCase(character);
          lines
              .computeIfAbsent(isCapital ? 'I' : meant, c -> new StringBuilder().append(c))
              .append(' ')
              .append(Integer.toHexString(character));
        }
      }
    }
    return String.join("\n", lines.values()) + "\n";
  }

  /** What Unicode itself takes apart needs no entry. */
  private static boolean isWhole(int character) {
    String text = Character.toString(character);
    return Normalizer.normalize(text, Normalizer.Form.NFKD).equals(text);
  }
}
