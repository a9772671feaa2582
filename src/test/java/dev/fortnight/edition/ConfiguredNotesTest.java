package dev.fortnight.edition;

import static dev.fortnight.edition.Source.ASSUMPTION;
import static dev.fortnight.edition.Source.FINDING;
import static dev.fortnight.edition.Source.INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code site/_config.yml} gave a note when it was approved, and what it says later. */
class ConfiguredNotesTest {

  private static final String CONFIGURATION =
      """
      permalink: /sessions/:year/:title/
      collections: {findings: {permalink: "/we-found/:title:output_ext"}}
      defaults:
        - scope: {path: interviews}
          values: {role: An architect, tags: [one, two], weight: 1, ratio: 1.5, image: {b: 2, a: 1}}
      """;

  @Test
  void approvedNotesStayAtTheirAddressesWhateverTheConfigurationSaysLater() {
    Source source = Source.small().configured(CONFIGURATION);
    Approved approved = source.approved();
    Map<String, String> addresses =
        Map.of(
            INTERVIEW, "sessions/2026/architect/",
            FINDING, "we-found/risk.html",
            ASSUMPTION, "assumptions/reuse-risk/");
    assertThat(addresses(edition(approved, source))).isEqualTo(addresses);

    for (String later : new String[] {"", "permalink: pretty", "permalink: /:tilte/", "a: *b"}) {
      source.configured(later);

      assertThat(addresses(edition(approved, source))).as(later).isEqualTo(addresses);
    }
  }

  @Test
  void storedContentsGiveTheSameNotes() {
    Approved approved = Source.small().configured(CONFIGURATION).approved();
    SortedMap<String, Item> stored = new TreeMap<>();
    approved
        .items()
        .forEach((key, item) -> stored.put(key, Item.of(ItemContent.read(item.content().bytes()))));

    assertThat(stored).isEqualTo(approved.items());
    assertThat(Approved.note((ItemContent.OfNote) stored.get(INTERVIEW).content()).configured())
        .isEqualTo(
            Map.of(
                "permalink",
                "/sessions/:year/:title/",
                "role",
                "An architect",
                "tags",
                List.of("one", "two"),
                "weight",
                1L,
                "ratio",
                1.5,
                "image",
                Map.of("a", 1L, "b", 2L)));
  }

  @Test
  void noteWithoutConfiguredValuesHasTheContentThatItAlwaysHad() {
    Source source = Source.small().configured(CONFIGURATION);

    assertThat(bytes(source, ASSUMPTION))
        .isEqualTo(
            "{\"is\":\"note\",\"path\":\"assumptions/reuse-risk.md\",\"title\":\"Reuse feels risky\","
                + "\"source\":\"---\\ntitle: Reuse feels risky\\n---\\nWe assume so.\\n\",\"media\":{}}");
    assertThat(bytes(source, FINDING))
        .endsWith(",\"media\":{},\"configured\":{\"permalink\":\"/we-found/:title:output_ext\"}}");
  }

  @Test
  void changeOfTheConfigurationOpensTheNotesThatItIsFor() {
    Source source = Source.small().configured(CONFIGURATION);
    SortedMap<String, Item> before = source.now().items();

    source.configured(CONFIGURATION.replace("An architect", "A developer"));

    assertThat(changed(before, source.now().items())).containsExactly(INTERVIEW);
  }

  @Test
  void orderOfTheConfigurationChangesNothing() {
    Source source = Source.small().configured(CONFIGURATION);
    SortedMap<String, Item> before = source.now().items();

    source.configured(
        CONFIGURATION
            .replace("{b: 2, a: 1}", "{a: 1, b: 2}")
            .replace(
                "{role: An architect, tags: [one, two],",
                "{tags: [one, two], role: An architect,"));

    assertThat(changed(before, source.now().items())).isEmpty();
  }

  @Test
  void noteThatTheConfigurationHoldsBackIsOut() {
    Source source = Source.small();
    Approved approved = source.approved();

    source.configured("defaults: [{scope: {path: findings}, values: {published: false}}]");

    assertThat(source.now().items()).doesNotContainKey(FINDING);
    assertThat(addresses(edition(approved, source))).containsOnlyKeys(INTERVIEW, ASSUMPTION);
  }

  @Test
  void consentIsNoDefault() {
    Source source =
        Source.small()
            .with(INTERVIEW, Source.interview("role: An architect"))
            .configured("defaults: [{values: {consent: public}}]");

    assertThat(source.now().items()).doesNotContainKey(INTERVIEW).containsKey(FINDING);
  }

  @Test
  void whileTheConfigurationIsUnreadableNothingNewIsShownAndConsentStillCounts() {
    Source source = Source.small();
    Approved approved = source.approved();

    source
        .configured("permalink: /:tilte/")
        .with(INTERVIEW, Source.interview("consent: withdrawn"))
        .with("weeknotes/new.md", "New.\n");

    assertThat(source.now().items()).containsOnlyKeys("programme", "theme");
    assertThat(
            WorkingContents.compose(approved, source.now(), Set.of(), CheckMemory.none()).notes())
        .isEmpty();
    assertThat(addresses(edition(approved, source))).containsOnlyKeys(FINDING, ASSUMPTION);
  }

  @Test
  void noteThatIsAsItWasApprovedIsNotReadAgain() {
    Source source = Source.small();
    Approved approved = source.approved();
    Newest now = source.with(ASSUMPTION, "---\ntitle: Another\n---\n").now();
    CheckedResearch edition = EditionContents.compose(approved, now, Source.REVIEW).research();

    assertThat(edition.note(FINDING).orElseThrow().content())
        .isSameAs(now.research().note(FINDING).orElseThrow().content());
    assertThat(edition.note(ASSUMPTION).orElseThrow().content().title()).isNotEqualTo("Another");
  }

  private static CheckedResearch edition(Approved approved, Source source) {
    return EditionContents.compose(approved, source.now(), Source.REVIEW).research();
  }

  private static Map<String, String> addresses(CheckedResearch research) {
    return research.notes().stream()
        .collect(Collectors.toMap(note -> note.content().path(), CheckedNote::address));
  }

  private static String bytes(Source source, String path) {
    return new String(source.now().items().get(path).content().bytes(), StandardCharsets.UTF_8);
  }

  private static Set<String> changed(Map<String, Item> before, Map<String, Item> after) {
    return after.keySet().stream()
        .filter(key -> !after.get(key).hash().equals(before.get(key).hash()))
        .collect(Collectors.toSet());
  }
}
