package dev.fortnight.site.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What one page adds to the index. It depends on nothing but the page and the language. Numbers,
 * not objects: with 10,000 pages those would take several hundred megabytes.
 *
 * @param weights how much the page is about each word and what it belongs to, see {@link
 *     Rows#entry}
 * @param pairs hashes of words that follow each other, common ones between them left out
 * @param forms numbers of the words as they stand there, see {@link Word}
 */
record IndexedDocument(SearchDocument document, long[] weights, int[] pairs, int[] forms) {

  static final int ONCE = 1;
  private static final int OFTEN = 2;
  private static final int IN_TITLE = 3;

  /** A page with a word so often is rather about it. */
  private static final int MANY = 4;

  static IndexedDocument of(SearchDocument document, SearchLanguage language) {
    Reader reader = new Reader(language);
    reader
        .read(document.text())
        .forEach((hash, count) -> reader.weigh(hash, count < MANY ? ONCE : OFTEN));
    reader
        .read(String.join("\n", document.leads()))
        .forEach((hash, count) -> reader.weigh(hash, OFTEN));
    reader.read(document.title()).forEach((hash, count) -> reader.weigh(hash, IN_TITLE));
    document.filters().forEach(filter -> reader.weigh(SearchCode.term(filter), ONCE));
    reader.weigh(SearchCode.term("kind:" + document.kind()), ONCE);
    return new IndexedDocument(
        document,
        reader.weights.build().toArray(),
        distinct(reader.pairs.build().toArray()),
        distinct(reader.forms.build().toArray()));
  }

  private static int[] distinct(int[] numbers) {
    Arrays.sort(numbers);
    int kept = 0;
    for (int number : numbers) {
      if (kept == 0 || numbers[kept - 1] != number) {
        numbers[kept++] = number;
      }
    }
    return Arrays.copyOf(numbers, kept);
  }

  /** Gathers weights, pairs and forms of all that it reads. */
  private static final class Reader {

    private final SearchLanguage language;
    private final LongStream.Builder weights = LongStream.builder();
    private final IntStream.Builder pairs = IntStream.builder();
    private final IntStream.Builder forms = IntStream.builder();

    private Reader(SearchLanguage language) {
      this.language = language;
    }

    private void weigh(int hash, int weight) {
      weights.add(Rows.entry(hash, weight));
    }

    private Counts read(String text) {
      IntStream.Builder hashes = IntStream.builder();
      for (List<String> line : SearchWords.in(text)) {
        Stem before = null;
        for (String form : line) {
          Word word = language.word(form);
          Optional<Stem> stem = word.stem();
          if (stem.isPresent()) {
            hashes.add(stem.get().hash());
            forms.add(word.number());
            if (before != null) {
              pairs.add(before.hashWith(stem.get()));
            }
            before = stem.get();
          }
        }
      }
      int[] sorted = hashes.build().toArray();
      Arrays.sort(sorted);
      return new Counts(sorted);
    }
  }

  /** How often each word stands in a text. */
  private record Counts(int[] sorted) {

    interface Taker {

      void take(int hash, int count);
    }

    void forEach(Taker taker) {
      int start = 0;
      for (int at = 1; at <= sorted.length; at++) {
        if (at == sorted.length || sorted[at] != sorted[start]) {
          taker.take(sorted[start], at - start);
          start = at;
        }
      }
    }
  }
}
