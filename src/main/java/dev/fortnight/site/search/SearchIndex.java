package dev.fortnight.site.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

  private static final Comparator<IndexedDocument> NEWEST_FIRST =
      Comparator.comparing(
              (IndexedDocument indexed) -> indexed.document().date().orElse(LocalDate.MIN))
          .reversed()
          .thenComparing(indexed -> indexed.document().address());

  private final SearchMemory memory;
  private final List<IndexedDocument> documents;
  private final Map<String, String> ids;
  private final int shards;
  private final SearchLanguage language;
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private SearchIndex(
      Collection<SearchDocument> documents, SearchLanguage language, SearchMemory memory) {
    this.memory = memory;
    memory.begin(shards(documents.size()));
    this.documents =
        documents.stream()
            .map(document -> memory.of(document, any -> IndexedDocument.of(any, language)))
            .sorted(NEWEST_FIRST)
            .toList();
    this.ids = ids(documents);
    this.shards = shards(documents.size());
    this.language = language;
  }

  /** The files, by path relative to the tree's root. */
  public static SortedMap<String, byte[]> files(
      Collection<SearchDocument> documents, SearchLanguage language) {
    return files(documents, language, SearchMemory.none());
  }

  /** The same after another one, reading only pages that are new. */
  public static SortedMap<String, byte[]> files(
      Collection<SearchDocument> documents, SearchLanguage language, SearchMemory memory) {
    SearchIndex index = new SearchIndex(documents, language, memory);
    index.words();
    index.pairs();
    index.forms();
    index.pages();
    return index.files;
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
  private static Map<String, String> ids(Collection<SearchDocument> documents) {
    Map<String, String> addresses = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    for (String address : documents.stream().map(SearchDocument::address).sorted().toList()) {
      String name = address;
      while (addresses.putIfAbsent(SearchCode.id(name), address) != null) {
        name += "+";
      }
      ids.put(address, SearchCode.id(name));
    }
    return ids;
  }

  private String id(IndexedDocument indexed) {
    return ids.get(indexed.document().address());
  }

  private void words() {
    Rows rows = new Rows(shards, WORD_CODE);
    documents.forEach(indexed -> rows.add(id(indexed), indexed.weights()));
    rows.files().forEach((shard, text) -> file("words/" + shard + ".txt", text));
  }

  private void pairs() {
    Rows rows = new Rows(pairShards(shards), PAIR_CODE);
    for (IndexedDocument indexed : documents) {
      rows.add(id(indexed), memory.parts(indexed, () -> rows.parts(pairs(indexed))));
    }
    rows.files().forEach((shard, text) -> file("pairs/" + shard + ".txt", text));
  }

  private static Map<Integer, Integer> pairs(IndexedDocument indexed) {
    Map<Integer, Integer> pairs = new HashMap<>();
    indexed.pairs().forEach(pair -> pairs.put(pair, IndexedDocument.ONCE));
    return pairs;
  }

  private void forms() {
    Set<String> forms = new HashSet<>();
    documents.forEach(indexed -> forms.addAll(indexed.forms()));
    SortedMap<String, SortedMap<String, SortedSet<String>>> letters = new TreeMap<>();
    for (String form : forms) {
      String stem = language.indexed(form).orElseThrow().text();
      if (!Character.isDigit(stem.charAt(0))) {
        letters
            .computeIfAbsent(letter(stem.charAt(0)), any -> new TreeMap<>())
            .computeIfAbsent(stem, any -> new TreeSet<>())
            .add(form);
      }
    }
    letters.forEach((letter, stems) -> file("forms/" + letter + ".txt", FrontCoding.of(stems)));
  }

  private static String letter(char first) {
    return first >= 'a' && first <= 'z' ? String.valueOf(first) : "other";
  }

  private void pages() {
    SortedMap<Integer, List<String>> lines = new TreeMap<>();
    for (IndexedDocument indexed : documents) {
      String id = id(indexed);
      lines
          .computeIfAbsent(SearchCode.shard(SearchCode.hash(id), shards), any -> new ArrayList<>())
          .add(json(id) + ":" + json(result(indexed.document())));
    }
    lines.forEach(
        (shard, pages) ->
            file("pages/" + shard + ".json", "{\n" + String.join(",\n", pages) + "\n}\n"));
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
