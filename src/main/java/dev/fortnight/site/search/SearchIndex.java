package dev.fortnight.site.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The files of an index, a pure function of the pages. A file has a line for each of its pages or
 * words, so that an edit changes lines only, and depends on the pages and words that belong to it,
 * never on their number in all or on the edition:
 *
 * <ul>
 *   <li>{@code search/words/<n>.txt}: of words that begin alike the stems with their forms, see
 *       {@link FrontCoding}; after an empty line for each page that has such words their codes,
 *       each followed by its weight where it is above 1, see {@link Rows}
 *   <li>{@code search/pairs/<n>.txt}: pages with pairs of words, for questions in quotation marks
 *   <li>{@code search/beginnings.txt}: how words begin, for those that are misspelled in their
 *       first letters, see {@link IndexedStems}
 *   <li>{@code search/pages/<n>.json}: for each page what results say of it
 * </ul>
 *
 * <p>Only their number depends on how many pages there are, in powers of two.
 */
public final class SearchIndex {

  private static final int WORD_CODE = 4;
  private static final int PAIR_CODE = 2;
  private static final int PAGES_IN_A_SHARD = 10;

  private static final int MOST_SHARDS = 1024;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Findable> pages;
  private final PageNames names;
  private final SearchLanguage language;
  private final SearchMemory memory;
  private final int shards;
  private final FormCounts forms = new FormCounts();

  private SearchIndex(List<Findable> pages, SearchLanguage language, SearchMemory memory) {
    this.pages = pages;
    this.shards = shards(pages.size());
    this.names = memory.begin(pages, shards);
    this.language = language;
    this.memory = memory;
  }

  /** The files, by path relative to the tree's root. */
  public static SortedMap<String, byte[]> files(List<Findable> pages, SearchLanguage language) {
    return files(pages, language, SearchMemory.none());
  }

  /** The same after another one, reading only pages and making only files that are new. */
  public static SortedMap<String, byte[]> files(
      List<Findable> pages, SearchLanguage language, SearchMemory memory) {
    SearchIndex index = new SearchIndex(pages, language, memory);
    Stream<IndexLines> lines = index.names.inOrder().mapToObj(index::lines);
    return memory.isKeeping() ? index.again(lines.toList()) : index.made(lines);
  }

  /** How many files the words of so many pages are spread over. */
  public static int shards(int pages) {
    int wanted = Math.min(MOST_SHARDS, Math.max(1, pages / PAGES_IN_A_SHARD));
    return wanted == Integer.highestOneBit(wanted) ? wanted : Integer.highestOneBit(wanted) * 2;
  }

  /** Pairs are asked for seldom, so they have fewer files, of which an edit changes fewer lines. */
  static int pairShards(int shards) {
    return Math.max(1, shards / 8);
  }

  private IndexLines lines(int at) {
    return memory.lines(at, pages.get(at), document -> read(names.of(at), document));
  }

  private SearchMemory.Known read(String name, SearchDocument document) {
    IndexedDocument indexed = IndexedDocument.of(document, language);
    if (!memory.isKeeping()) {
      forms.add(indexed.forms());
    }
    return new SearchMemory.Known(
        indexed,
        new IndexLines(
            name,
            Rows.parts(Arrays.stream(indexed.weights()), shards, WORD_CODE),
            Rows.parts(entries(indexed.pairs()), pairShards(shards), PAIR_CODE),
            json(name) + ":" + json(result(document))));
  }

  private static LongStream entries(int[] pairs) {
    return Arrays.stream(pairs).mapToLong(pair -> Rows.entry(pair, IndexedDocument.ONCE));
  }

  /** All files, from pages that come one after the other: so many need not be held at once. */
  private SortedMap<String, byte[]> made(Stream<IndexLines> lines) {
    IndexText text = new IndexText(shards, IndexChange.everything(shards));
    lines.forEach(text::add);
    return text.files(IndexedStems.of(forms.present(), language, shards));
  }

  /** Those that the pages before would make differently, and the others as they are. */
  private SortedMap<String, byte[]> again(List<IndexLines> lines) {
    BitSet present = memory.forms();
    IndexedStems stems =
        memory
            .made()
            .map(MadeIndex::stems)
            .filter(earlier -> earlier.areOf(present))
            .orElseGet(() -> IndexedStems.of(present, language, shards));
    IndexChange change =
        memory
            .made()
            .map(made -> IndexChange.between(made, lines, stems, shards))
            .orElseGet(() -> IndexChange.everything(shards));
    IndexText text = new IndexText(shards, change);
    lines.forEach(text::add);
    SortedMap<String, byte[]> files = text.files(stems);
    memory.made().ifPresent(made -> change.unchanged(made.files()).forEach(files::put));
    memory.keep(new MadeIndex(lines, stems, files));
    return files;
  }

  private static Map<String, Object> result(SearchDocument document) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("title", document.title());
    result.put("url", document.address());
    result.put("kind", document.kind());
    result.put("date", document.dateText());
    document.sprint().ifPresent(sprint -> result.put("sprint", sprint));
    return result;
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers are always JSON", e);
    }
  }
}
