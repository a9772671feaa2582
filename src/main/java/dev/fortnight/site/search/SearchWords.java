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
    return folded(text).lines().map(SearchWords::words).filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int at = 0; at <= line.length(); ) {
      int character = at < line.length() ? line.codePointAt(at) : ' ';
      if (isOfWord(character)) {
        start = start < 0 ? at : start;
      } else if (start >= 0 && !isInside(line, at)) {
        if (at - start <= LONGEST) {
          words.add(line.substring(start, at));
        }
        start = -1;
      }
      at += Character.charCount(character);
    }
    return words;
  }

  /** Whether an apostrophe belongs to the word around it. */
  private static boolean isInside(String line, int at) {
    return at + 1 < line.length() && line.charAt(at) == '\'' && isOfWord(line.codePointAt(at + 1));
  }

  private static boolean isOfWord(int character) {
    if (character < FIRST_BEYOND_ASCII) {
      return character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
    }
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.LETTER_NUMBER
        || Character.getType(character) == Character.OTHER_NUMBER;
  }

  private static boolean isUsual(int character) {
    return character < FIRST_BEYOND_ASCII || USUAL.indexOf(character) >= 0;
  }

  private static String folded(String text) {
    if (text.chars().allMatch(SearchWords::isUsual)) {
      return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }
    String plain = text;
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFKD)) {
      plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    }
    return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT).replace('’', '\'');
  }
}
