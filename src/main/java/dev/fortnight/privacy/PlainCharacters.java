package dev.fortnight.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** What a character outside ASCII stands for to the eye: a plain letter, digit or mark. */
final class PlainCharacters {

  /**
   * Letters of other scripts that look like ours, from Unicode's confusables; a test compares them
   * with ICU's.
   */
  private static final String LOOK_ALIKES = "look-alikes.txt";

  /** Letters that Unicode does not take apart, and marks that separate what they stand between. */
  private static final String[] OTHERS = {
    "ß", "ss", "ẞ", "SS", "æ", "ae", "Æ", "AE", "œ", "oe", "Œ", "OE", "ø", "o", "Ø", "O", "đ", "d",
    "Đ", "D", "ð", "d", "Ð", "D", "þ", "th", "Þ", "Th", "ł", "l", "Ł", "L", "ħ", "h", "Ħ", "H", "ı",
    "i", "ŋ", "n", "Ŋ", "N", "ŧ", "t", "Ŧ", "T", "‘", "'", "’", "'", "ʼ", "'", "‛", "'", "′", "'",
    "“", "\"", "”", "\"", "„", "\"", "·", ".", "•", ".", "∙", ".", "。", ".", "−", "-", "⁄", "/",
    "к", "k", "κ", "k", "т", "t", "τ", "t", "м", "m", "н", "h", "в", "b", "п", "n", "η", "n", "ε",
    "e", "ω", "w", "β", "b", "μ", "u", "и", "n", "г", "r", "з", "3", "ᴀ", "a", "ʙ", "b", "ᴅ", "d",
    "ᴇ", "e", "ꜰ", "f", "ɢ", "g", "ʜ", "h", "ᴊ", "j", "ᴋ", "k", "ʟ", "l", "ᴍ", "m", "ɴ", "n", "ᴘ",
    "p", "ʀ", "r", "ꜱ", "s", "ᴛ", "t", "ᴡ", "w", "ʏ", "y", "☐", "|", "☑", "|",
  };

  private static final Map<Integer, String> KNOWN = new HashMap<>();

  /** What has been looked up; each entry is a pure function of its place. */
  private static final String[] MEMORY = new String[0x10000];

  static {
    readLookAlikes();
    for (int i = 0; i < OTHERS.length; i += 2) {
      KNOWN.put(OTHERS[i].codePointAt(0), OTHERS[i + 1]);
    }
  }

  private PlainCharacters() {}

  /** Empty for what cannot be seen. */
  static String of(int character) {
    if (character >= MEMORY.length) {
      return fold(character);
    }
    String known = MEMORY[character];
    if (known == null) {
      known = fold(character);
      MEMORY[character] = known;
    }
    return known;
  }

  private static String fold(int character) {
    if (KNOWN.containsKey(character)) {
      return KNOWN.get(character);
    }
    String whole = Character.toString(character);
    String apart = Normalizer.normalize(whole, Normalizer.Form.NFKD);
    if (apart.equals(whole)) {
      return simple(character, whole);
    }
    StringBuilder plain = new StringBuilder();
    apart
        .codePoints()
        .forEach(part -> plain.append(part < 128 ? Character.toString(part) : of(part)));
    return plain.toString();
  }

  private static String simple(int character, String whole) {
    if (isInvisible(character)) {
      return "";
    }
    int digit = Character.digit(character, 10);
    if (digit >= 0) {
      return Integer.toString(digit);
    }
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR -> " ";
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "\n";
      case Character.DASH_PUNCTUATION -> "-";
      default -> whole;
    };
  }

  private static boolean isInvisible(int character) {
    boolean isFiller = character == 0x115f || character == 0x1160 || character == 0x3164;
    return isFiller
        || switch (Character.getType(character)) {
          case Character.FORMAT,
              Character.CONTROL,
              Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.COMBINING_SPACING_MARK ->
              true;
          default -> false;
        };
  }

  /** Each line holds a plain character, then those that look like it, as hexadecimal numbers. */
  private static void readLookAlikes() {
    try (InputStream in = PlainCharacters.class.getResourceAsStream(LOOK_ALIKES);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        for (int i = 1; i < words.length; i++) {
          KNOWN.put(Integer.parseInt(words[i], 16), words[0]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
