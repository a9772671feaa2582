package dev.fortnight.site.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

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
 *       first letters, see {@link Beginnings}
 *   <li>{@code search/pages/<n>.json}: for each page what results say of it
 * </ul>
 *
 * <p>Only their number depends on how many pages there are, in powers of two.
 */
public final class SearchIndex {

  private static final int WORD_CODE = 4;
  private static final int PAIR_CODE = 2;
  private static final int PAGES_IN_A_SHARD = 10;

  /** Letters of an address in the name of a page. Few pages of one day need more. */
  private static final int LEAST_OF_ADDRESS = 2;

  private static final int MOST_SHARDS = 1024;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, String> ids;
  private final SearchLanguage language;
  private final SearchMemory memory;
  private final int shards;
  private final Rows words;
  private final Rows pairs;
  private final BitSet forms = new BitSet();
  private final SortedMap<Integer, StringBuilder> pages = new TreeMap<>();
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private SearchIndex(Collection<Findable> pages, SearchLanguage language, SearchMemory memory) {
    this.ids = ids(pages);
    this.language = language;
    this.memory = memory;
    this.shards = shards(pages.size());
    this.words = new Rows(shards, WORD_CODE);
    this.pairs = new Rows(pairShards(shards), PAIR_CODE);
  }

  /** The files, by path relative to the tree's root. */
  public static SortedMap<String, byte[]> files(
      Collection<Findable> pages, SearchLanguage language) {
    return files(pages, language, SearchMemory.none());
  }

  /** The same after another one, reading only pages that are new. */
  public static SortedMap<String, byte[]> files(
      Collection<Findable> pages, SearchLanguage language, SearchMemory memory) {
    SearchIndex index = new SearchIndex(pages, language, memory);
    memory.begin(index.shards);
    pages.stream()
        .sorted(Comparator.comparing(page -> index.ids.get(page.address())))
        .forEach(index::add);
    return index.finished();
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

  /** Of two pages that would have one name, the later in the alphabet gets a longer one. */
  private static Map<String, String> ids(Collection<Findable> pages) {
    Set<String> taken = new HashSet<>();
    Map<String, String> ids = new HashMap<>();
    for (Findable page : pages.stream().sorted(Comparator.comparing(Findable::address)).toList()) {
      int length = LEAST_OF_ADDRESS;
      String id = SearchCode.id(page.date(), page.address(), length);
      while (!taken.add(id)) {
        id = SearchCode.id(page.date(), page.address(), ++length);
      }
      ids.put(page.address(), id);
    }
    return ids;
  }

  private void add(Findable page) {
    IndexedDocument indexed =
        memory.of(page.document().get(), any -> IndexedDocument.of(any, language));
    String id = ids.get(page.address());
    IndexLines lines = memory.lines(id, indexed, () -> lines(id, indexed));
    words.add(id, lines.words());
    pairs.add(id, lines.pairs());
    for (int form : indexed.forms()) {
      forms.set(form);
    }
    pages
        .computeIfAbsent(SearchCode.shard(SearchCode.hash(id), shards), any -> new StringBuilder())
        .append(",\n")
        .append(lines.result());
  }

  private IndexLines lines(String id, IndexedDocument indexed) {
    return new IndexLines(
        id,
        words.parts(Arrays.stream(indexed.weights())),
        pairs.parts(entries(indexed.pairs())),
        json(id) + ":" + json(result(indexed.document())));
  }

  private static LongStream entries(int[] pairs) {
    return Arrays.stream(pairs).mapToLong(pair -> Rows.entry(pair, IndexedDocument.ONCE));
  }

  private SortedMap<String, byte[]> finished() {
    Map<Integer, FrontCoding> beginnings = new HashMap<>();
    Beginnings listed = new Beginnings();
    formsByStem()
        .forEach(
            (stem, forms) -> {
              forms.forEach(listed::add);
              for (int shard : shardsOf(stem, forms)) {
                beginnings.computeIfAbsent(shard, any -> new FrontCoding()).add(stem, forms);
              }
            });
    words.drain(
        (shard, text) -> {
          FrontCoding stems = beginnings.remove(shard);
          file("words/" + shard + ".txt", (stems == null ? "" : stems) + "\n" + text);
        });
    beginnings.forEach((shard, stems) -> file("words/" + shard + ".txt", stems + "\n"));
    file("beginnings.txt", listed.toString());
    pairs.drain((shard, text) -> file("pairs/" + shard + ".txt", text));
    pages.forEach(
        (shard, lines) -> file("pages/" + shard + ".json", "{" + lines.substring(1) + "\n}\n"));
    return files;
  }

  private SortedMap<String, SortedSet<String>> formsByStem() {
    SortedMap<String, SortedSet<String>> stems = new TreeMap<>();
    for (int number : forms.stream().toArray()) {
      Word word = language.word(number);
      String stem = word.stem().orElseThrow().text();
      if (!Character.isDigit(stem.charAt(0))) {
        stems.computeIfAbsent(stem, any -> new TreeSet<>()).add(word.form());
      }
    }
    return stems;
  }

  /** The files in which a stem is looked for: its own and, as of "cry" and "cri", of its forms. */
  private Set<Integer> shardsOf(String stem, Set<String> forms) {
    Set<Integer> found = new HashSet<>();
    found.add(SearchCode.shard(SearchCode.beginning(stem), shards));
    forms.forEach(form -> found.add(SearchCode.shard(SearchCode.beginning(form), shards)));
    return found;
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

  private void file(String name, String text) {
    files.put("search/" + name, text.getBytes(StandardCharsets.UTF_8));
  }
}
