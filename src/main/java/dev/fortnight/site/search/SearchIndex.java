package dev.fortnight.site.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
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
 *   <li>{@code search/words/<n>.txt}: for each page that has such words their codes, each followed
 *       by its weight where it is above 1
 *   <li>{@code search/pairs/<n>.txt}: the same of pairs of words, for questions in quotation marks
 *   <li>{@code search/forms/<letter>.txt}: for each stem its forms, see {@link FrontCoding}
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
    pages.stream().sorted(Findable.NEWEST_FIRST).forEach(index::add);
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

  /** Of two pages that would have one name, the later in the alphabet gets another one. */
  private static Map<String, String> ids(Collection<Findable> pages) {
    Map<String, String> addresses = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    for (String address : pages.stream().map(Findable::address).sorted().toList()) {
      String name = address;
      while (addresses.putIfAbsent(SearchCode.id(name), address) != null) {
        name += "+";
      }
      ids.put(address, SearchCode.id(name));
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
    words.drain((shard, text) -> file("words/" + shard + ".txt", text));
    pairs.drain((shard, text) -> file("pairs/" + shard + ".txt", text));
    forms().forEach((letter, stems) -> file("forms/" + letter + ".txt", FrontCoding.of(stems)));
    pages.forEach(
        (shard, lines) -> file("pages/" + shard + ".json", "{" + lines.substring(1) + "\n}\n"));
    return files;
  }

  private SortedMap<String, SortedMap<String, SortedSet<String>>> forms() {
    SortedMap<String, SortedMap<String, SortedSet<String>>> letters = new TreeMap<>();
    for (int number : forms.stream().toArray()) {
      Word word = language.word(number);
      String stem = word.stem().orElseThrow().text();
      if (!Character.isDigit(stem.charAt(0))) {
        letters
            .computeIfAbsent(letter(stem.charAt(0)), any -> new TreeMap<>())
            .computeIfAbsent(stem, any -> new TreeSet<>())
            .add(word.form());
      }
    }
    return letters;
  }

  private static String letter(char first) {
    return first >= 'a' && first <= 'z' ? String.valueOf(first) : "other";
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
