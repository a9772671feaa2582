package dev.fortnight.site.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * What the forms of a word have in common in a language, and which words are too common to be
 * looked for. Of a language that Snowball doesn't know, such as Welsh, each form is a word. Not for
 * several threads.
 */
public final class SearchLanguage {

  private static final Map<String, Snowball> KNOWN =
      Map.of(
          "de", new Snowball(GermanStemmer::new, "german"),
          "en", new Snowball(EnglishStemmer::new, "english"),
          "es", new Snowball(SpanishStemmer::new, "spanish"),
          "fr", new Snowball(FrenchStemmer::new, "french"),
          "ga", new Snowball(IrishStemmer::new, ""),
          "nl", new Snowball(DutchStemmer::new, "dutch"));

  private static final Snowball UNKNOWN = new Snowball(() -> null, "");

  private final SnowballStemmer stemmer;
  private final Set<String> common;
  private final Map<String, Word> words = new HashMap<>();
  private final List<Word> byNumber = new ArrayList<>();
  private final Map<String, Stem> unique = new HashMap<>();

  /**
   * @param commonWords the name of Snowball's list; empty where there is none
   */
  private record Snowball(Supplier<SnowballStemmer> stemmer, String commonWords) {}

  private SearchLanguage(Snowball snowball) {
    this.stemmer = snowball.stemmer().get();
    this.common = commonWords(snowball.commonWords());
  }

  /** A language as a programme names it. */
  public static SearchLanguage of(Locale language) {
    return new SearchLanguage(KNOWN.getOrDefault(language.getLanguage(), UNKNOWN));
  }

  /** Words that no index has and no question is about. */
  public Set<String> common() {
    return common;
  }

  /** A form of a word; a number is only itself, and common words have no stem. */
  Word word(String form) {
    Word known = words.get(form);
    if (known != null) {
      return known;
    }
    Optional<Stem> stem = common.contains(form) ? Optional.empty() : Optional.of(unique(form));
    Word word = new Word(byNumber.size(), form, stem);
    words.put(form, word);
    byNumber.add(word);
    return word;
  }

  /**
   * @param number of a word that it has met
   */
  Word word(int number) {
    return byNumber.get(number);
  }

  private Stem unique(String form) {
    return unique.computeIfAbsent(stemmed(form), Stem::new);
  }

  private String stemmed(String form) {
    if (stemmer == null || Character.isDigit(form.charAt(0))) {
      return form;
    }
    stemmer.setCurrent(form);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  private static Set<String> commonWords(String list) {
    Set<String> words = new LinkedHashSet<>();
    if (!list.isEmpty()) {
      read(list)
          .lines()
          .map(line -> line.replaceFirst("\\|.*", ""))
          .flatMap(line -> SearchWords.in(line).stream())
          .forEach(words::addAll);
    }
    return words;
  }

  private static String read(String list) {
    String file = "/org/apache/lucene/analysis/snowball/" + list + "_stop.txt";
    try (InputStream stream = SnowballStemmer.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
