package dev.fortnight.site.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index that goes on from the one before has the files of one made from nothing. */
class SearchMemoryTest {

  private static final String[] WORDS =
      ("council councils software budget budgets officer supplier licence renew renewal renewals"
              + " 2026 hosting team policy review reviews permit cry cries letter z\u00fcrich the of")
          .split(" ");

  private final SearchMemory memory = new SearchMemory();
  private final Set<String> asked = new TreeSet<>();
  private List<SearchDocument> earlier = List.of();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void filesAreThoseOfACleanIndexAfterEachEdit(long seed) {
    Random random = new Random(seed);
    List<SearchDocument> documents = documents(40, random);
    for (int edit = 0; edit < 60; edit++) {
      int at = random.nextInt(documents.size());
      switch (random.nextInt(4)) {
        case 0 -> documents.remove(at);
        case 1 -> documents.add(document("findings/new-" + edit + "/", random));
        default -> documents.set(at, document(documents.get(at).address(), random));
      }
      assertThat(texts(again(documents))).isEqualTo(texts(clean(documents)));
    }
  }

  @Test
  void filesThatAnEditDoesNotChangeAreTheVeryOnesOfBefore() {
    Random random = new Random(4);
    List<SearchDocument> documents = documents(200, random);
    Map<String, byte[]> before = again(documents);
    asked.clear();
    documents.set(7, document("findings/7/", random));
    Map<String, byte[]> after = again(documents);
    assertThat(asked).containsExactly("findings/7/");
    assertThat(after.entrySet())
        .filteredOn(file -> before.get(file.getKey()) == file.getValue())
        .hasSizeGreaterThan(after.size() / 2);
    assertThat(texts(after)).isEqualTo(texts(clean(documents))).isNotEqualTo(texts(before));
  }

  @Test
  void whatAnInterruptedIndexDidNotComeToIsStillKnown() {
    Random random = new Random(6);
    List<SearchDocument> documents = documents(40, random);
    documents.set(20, saying("zebra", documents.get(20)));
    again(documents);
    documents.add(document("findings/new/", random));
    List<Findable> broken = new ArrayList<>(findable(documents));
    SearchDocument last = documents.get(20);
    broken.set(
        20,
        new Findable(
            last.address(),
            last.date(),
            false,
            () -> {
              throw new IllegalStateException("interrupted");
            }));
    assertThatThrownBy(() -> SearchIndex.files(broken, memory.language(Locale.UK), memory))
        .hasMessage("interrupted");
    documents.remove(20);

    assertThat(texts(SearchIndex.files(findable(documents), memory.language(Locale.UK), memory)))
        .isEqualTo(texts(clean(documents)));
  }

  @Test
  void anotherLanguageForgetsTheFiles() {
    List<SearchDocument> documents = List.of(document("a/", new Random(5)));
    again(documents);
    SearchLanguage welsh = memory.language(Locale.forLanguageTag("cy"));
    SearchLanguage anew = SearchLanguage.of(Locale.forLanguageTag("cy"));
    assertThat(texts(SearchIndex.files(findable(documents), welsh, memory)))
        .isEqualTo(texts(SearchIndex.files(findable(documents), anew)));
  }

  private SortedMap<String, byte[]> again(List<SearchDocument> documents) {
    List<Findable> pages =
        documents.stream()
            .map(
                page ->
                    new Findable(
                        page.address(), page.date(), earlier.contains(page), () -> asked(page)))
            .toList();
    earlier = List.copyOf(documents);
    return SearchIndex.files(pages, memory.language(Locale.UK), memory);
  }

  private SearchDocument asked(SearchDocument page) {
    asked.add(page.address());
    return page;
  }

  private static SortedMap<String, byte[]> clean(List<SearchDocument> documents) {
    return SearchIndex.files(findable(documents), SearchLanguage.of(Locale.UK));
  }

  private static SortedMap<String, String> texts(Map<String, byte[]> files) {
    SortedMap<String, String> texts = new TreeMap<>();
    files.forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  private static List<Findable> findable(List<SearchDocument> documents) {
    return documents.stream()
        .map(page -> new Findable(page.address(), page.date(), false, () -> page))
        .toList();
  }

  private static List<SearchDocument> documents(int count, Random random) {
    List<SearchDocument> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      documents.add(document("findings/" + i + "/", random));
    }
    return documents;
  }

  private static SearchDocument saying(String word, SearchDocument like) {
    return new SearchDocument(
        like.address(),
        like.title(),
        like.kind(),
        like.date(),
        like.dateText(),
        like.sprint(),
        like.filters(),
        like.leads(),
        word);
  }

  private static SearchDocument document(String address, Random random) {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < 12; word++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return new SearchDocument(
        address,
        "Note " + random.nextInt(5),
        "finding",
        Optional.of(LocalDate.of(2026, 11, 1 + random.nextInt(3))),
        "November 2026",
        OptionalInt.of(1),
        Set.of("assumption:risk-" + random.nextInt(2)),
        List.of(),
        text.toString());
  }
}
