package dev.fortnight.site.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one page adds to the index. It depends on nothing but the page and the language.
 *
 * @param weights how much the page is about each word and what it belongs to, by hash
 * @param pairs hashes of words that follow each other, common ones between them left out
 * @param forms the words as they stand there
 */
record IndexedDocument(
    SearchDocument document, Map<Integer, Integer> weights, Set<Integer> pairs, Set<String> forms) {

  static final int ONCE = 1;
  private static final int OFTEN = 2;
  private static final int IN_TITLE = 3;

  /** A page with a word so often is rather about it. */
  private static final int MANY = 4;

  static IndexedDocument of(SearchDocument document, SearchLanguage language) {
    Reader reader = new Reader(language);
    Map<Integer, Integer> weights = new HashMap<>();
    reader
        .read(document.text())
        .forEach((stem, count) -> weights.put(stem.hash(), count < MANY ? ONCE : OFTEN));
    reader
        .read(String.join("\n", document.leads()))
        .keySet()
        .forEach(stem -> weights.put(stem.hash(), OFTEN));
    reader.read(document.title()).keySet().forEach(stem -> weights.put(stem.hash(), IN_TITLE));
    List<String> filters = new ArrayList<>(document.filters());
    filters.add("kind:" + document.kind());
    filters.forEach(filter -> weights.put(SearchCode.term(filter), ONCE));
    return new IndexedDocument(document, weights, reader.pairs, reader.forms);
  }

  /** Gathers pairs and forms of all that it reads. */
  private static final class Reader {

    private final SearchLanguage language;
    private final Set<Integer> pairs = new HashSet<>();
    private final Set<String> forms = new HashSet<>();

    private Reader(SearchLanguage language) {
      this.language = language;
    }

    /** How often each word stands in a text. */
    private Map<Stem, Integer> read(String text) {
      Map<Stem, Integer> counts = new HashMap<>();
      for (List<String> line : SearchWords.in(text)) {
        Stem before = null;
        for (String form : line) {
          Optional<Stem> found = language.indexed(form);
          if (found.isPresent()) {
            Stem stem = found.get();
            counts.merge(stem, 1, Integer::sum);
            forms.add(form);
            if (before != null) {
              pairs.add(before.hashWith(stem));
            }
            before = stem;
          }
        }
      }
      return counts;
    }
  }
}
