package dev.fortnight.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchIndexTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

  private static final String[] WORDS =
      ("council software budget officer supplier licence renewal contract hosting team policy review"
              + " permit parking letter telephone resident carer library school record portal form"
              + " queue report survey payment handover evidence booking")
          .split(" ");

  @Test
  void formsOfAWordHaveOneStemAndCommonWordsNone() {
    assertThat(
            stems(Locale.UK, "Studies, studying and the study of COUNCILS: the council's résumé"))
        .isEqualTo(
            """
            0council 7's 7s
            0resum 5e
            0studi 5es 4y 4ying
            """);
  }

  @Test
  void aLanguageWithoutStemsKeepsEachForm() {
    assertThat(stems(Locale.forLanguageTag("cy"), "Mae'r cynghorau yn y cyngor"))
        .isEqualTo(
            """
            0cynghorau 9
            4or 6
            0mae'r 5
            0y 1
            1n 2
            """);
  }

  @Test
  void numbersAndKeysAreNoWordsToGuess() {
    assertThat(stems(Locale.UK, "2026 24/7 " + "k".repeat(41))).isEmpty();
  }

  @Test
  void howWordsBeginIsListedOnce() {
    assertThat(
            text(
                List.of(
                    document("a/", "Renewal", "renewing the renal councils"),
                    document("b/", "Council", "ox 2026 pay 𐌰𐌱𐌲")),
                "beginnings.txt"))
        .isEqualTo("counc\npay--\nrenalew\n");
  }

  @Test
  void anEditChangesOneLineInAFileForEachWordThatCameOrWent() {
    List<SearchDocument> documents = documents(1000);
    SortedMap<String, byte[]> before = files(documents);
    SearchDocument edited = documents.get(500);
    documents.set(
        500, withText(edited, edited.text() + "\n\nNobody postponed the librarian's quarrel.\n"));
    SortedMap<String, byte[]> after = files(documents);

    assertThat(after.keySet()).isEqualTo(before.keySet());
    List<String> changed =
        before.keySet().stream()
            .filter(file -> !Arrays.equals(before.get(file), after.get(file)))
            .toList();
    assertThat(changed).filteredOn(file -> file.startsWith("search/words/")).hasSizeBetween(2, 4);
    assertThat(changed).filteredOn(file -> file.startsWith("search/pairs/")).hasSizeBetween(1, 3);
    assertThat(changed).contains("search/beginnings.txt");
    assertThat(changed).noneMatch(file -> file.startsWith("search/pages/"));
    for (String file : changed) {
      assertThat(differentLines(before.get(file), after.get(file))).as(file).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void aNewPageMovesNoOther() {
    List<SearchDocument> documents = documents(1000);
    SortedMap<String, byte[]> before = files(documents);
    documents.add(document("weeknotes/new/", "New", "council software"));

    files(documents)
        .forEach(
            (file, bytes) ->
                assertThat(differentLines(before.get(file), bytes))
                    .as(file)
                    .isLessThanOrEqualTo(3));
  }

  @Test
  void theOrderOfThePagesChangesNothing() {
    List<SearchDocument> documents = documents(100);
    SortedMap<String, byte[]> files = files(documents);
    Collections.shuffle(documents, new Random(7));

    assertThat(files(documents)).usingRecursiveComparison().isEqualTo(files);
  }

  @Test
  void pagesWhoseNamesAreTheSameGetDifferentOnes() {
    Map<String, String> seen = new HashMap<>();
    String first = null;
    String second = null;
    for (int i = 0; first == null; i++) {
      String address = "findings/" + i + "/";
      first = seen.put(SearchCode.id(Optional.of(DAY), address, 2), address);
      second = address;
    }
    String pages =
        text(List.of(document(first, "One", "x"), document(second, "Two", "y")), "pages/0.json");

    assertThat(pages.lines().filter(line -> line.startsWith("\"")).map(line -> line.split("\"")[1]))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void theNewestPageIsNamedFirstAndOneWithoutADateLast() {
    Stream<Optional<LocalDate>> dates =
        Stream.of("2050-06-01", "2026-11-04", "2026-11-03", "2003-01-06", "1066-10-14")
            .map(LocalDate::parse)
            .map(Optional::of);

    assertThat(
            Stream.concat(dates, Stream.of(Optional.<LocalDate>empty()))
                .map(date -> SearchCode.id(date, "a/", 2)))
        .containsExactly("aaapm", "mnjpm", "mnkpm", "zkcpm", "zzzpm", "zzzpm");
  }

  @Test
  void aFileOfWordsHasTheirStemsThenThePagesWithTheNewestFirst() {
    assertThat(
            text(
                List.of(
                    document("a/", "One", "renewing"),
                    document("b/", "Renewals", "renewing renewed"),
                    document("c/", "Cries", "cry")),
                "words/0.txt"))
        .isEqualTo(
            """
            0cri 3es 2y
            0one 3
            0renew 5als 5ed 5ing

            mnkigAyqdKyvp3Tump
            3pmAyqdEaes3TumpVbox
            3ucAyqdTumpVbox3
            """);
  }

  @Test
  void whatResultsSayIsJson() {
    assertThat(text(List.of(document("a/", "\"One\" </script>", "x")), "pages/0.json"))
        .matches(
            "\\{\\n\"[a-z]{5}\":\\{\"title\":\"\\\\\"One\\\\\" </script>\",\"url\":\"a/\",\"kind\":\"finding\",\"date\":\"3 November 2026\",\"sprint\":1}\\n}\\n");
  }

  @Test
  void wordsOfDifferentPagesDoNotMakeAName() {
    assertThat(
            text(
                List.of(document("a/", "One", "mark"), document("b/", "Two", "markham")),
                "words/0.txt"))
        .startsWith("0mark 4\n4ham 7\n0one 3\n0two 3\n");
  }

  @Test
  void filesGrowInNumberWithThePages() {
    assertThat(List.of(0, 30, 50, 1000, 10_000, 1_000_000))
        .map(SearchIndex::shards)
        .containsExactly(1, 4, 8, 128, 1024, 1024);
  }

  /** What a file of words begins with, of a page without a title. */
  private static String stems(Locale language, String text) {
    String words =
        new String(
            SearchIndex.files(
                    List.of(findable(document("a/", "", text))), SearchLanguage.of(language))
                .get("search/words/0.txt"),
            StandardCharsets.UTF_8);
    return words.startsWith("\n") ? "" : words.substring(0, words.indexOf("\n\n") + 1);
  }

  private static SortedMap<String, byte[]> files(List<SearchDocument> documents) {
    return SearchIndex.files(
        documents.stream().map(SearchIndexTest::findable).toList(), SearchLanguage.of(Locale.UK));
  }

  private static Findable findable(SearchDocument document) {
    return new Findable(document.address(), document.date(), false, () -> document);
  }

  private static String text(List<SearchDocument> documents, String file) {
    return new String(files(documents).get("search/" + file), StandardCharsets.UTF_8);
  }

  /** Lines that only one of two texts has; a word also changes how the one below it is written. */
  private static int differentLines(byte[] before, byte[] after) {
    List<String> old = new String(before, StandardCharsets.UTF_8).lines().toList();
    List<String> now = new String(after, StandardCharsets.UTF_8).lines().toList();
    return (int)
        (old.stream().filter(l -> !now.contains(l)).count()
            + now.stream().filter(l -> !old.contains(l)).count());
  }

  private static List<SearchDocument> documents(int count) {
    List<SearchDocument> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Random random = new Random(i);
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 60; word++) {
        text.append(WORDS[random.nextInt(WORDS.length)]).append(word % 12 == 11 ? ".\n" : " ");
      }
      documents.add(document("findings/" + i + "/", "Note " + i, text.toString()));
    }
    return documents;
  }

  private static SearchDocument withText(SearchDocument document, String text) {
    return document(document.address(), document.title(), text);
  }

  private static SearchDocument document(String address, String title, String text) {
    return new SearchDocument(
        address,
        title,
        "finding",
        Optional.of(DAY),
        "3 November 2026",
        OptionalInt.of(1),
        Set.of("assumption:risk"),
        List.of(),
        text);
  }
}
