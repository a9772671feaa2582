package dev.fortnight.site.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes a text apart into words, whatever their accents and capitals. {@code search-index.js} does
 * the same with what readers type.
 */
final class SearchWords {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** In UTF-16 units. Longer ones are addresses and keys, which nobody types. */
  private static final int LONGEST = 40;

  private static final int FIRST_BEYOND_ASCII = 0x80;

  /** Signs beyond ASCII that texts in English are full of and that have no other form. */
  private static final String USUAL = "‘’“”–—";

  private SearchWords() {}

  /** The words of each line that has some. */
  static List<List<String>> in(String text) {
    char[] folded = folded(text);
    List<List<String>> lines = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= folded.length; at++) {
      if (at == folded.length || folded[at] == '\n' || folded[at] == '\r') {
        List<String> words = words(folded, start, at);
        if (!words.isEmpty()) {
          lines.add(words);
        }
        start = at + 1;
      }
    }
    return lines;
  }

  private static List<String> words(char[] text, int from, int to) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int at = from; at <= to; ) {
      int character = at < to ? Character.codePointAt(text, at, to) : ' ';
      if (isOfWord(character)) {
        start = start < 0 ? at : start;
      } else if (start >= 0 && !isInside(text, at, to)) {
        if (at - start <= LONGEST) {
          words.add(new String(text, start, at - start));
        }
        start = -1;
      }
      at += Character.charCount(character);
    }
    return words;
  }

  /** Whether an apostrophe belongs to the word around it. */
  private static boolean isInside(char[] text, int at, int to) {
    return at + 1 < to && text[at] == '\'' && isOfWord(Character.codePointAt(text, at + 1, to));
  }

  private static boolean isOfWord(int character) {
    if (character < FIRST_BEYOND_ASCII) {
      return character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
    }
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.LETTER_NUMBER
        || Character.getType(character) == Character.OTHER_NUMBER;
  }

  private static char[] folded(String text) {
    char[] characters = text.toCharArray();
    for (int at = 0; at < characters.length; at++) {
      char c = characters[at];
      if (c == '’') {
        characters[at] = '\'';
      } else if (c >= 'A' && c <= 'Z') {
        characters[at] = (char) (c + 'a' - 'A');
      } else if (c >= FIRST_BEYOND_ASCII && USUAL.indexOf(c) < 0) {
        return anyFolded(text);
      }
    }
    return characters;
  }

  private static char[] anyFolded(String text) {
    String plain = text;
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFKD)) {
      plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    }
    return MARKS
        .matcher(plain)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .toCharArray();
  }
}
