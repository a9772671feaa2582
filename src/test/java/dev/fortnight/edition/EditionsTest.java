package dev.fortnight.edition;

import static dev.fortnight.edition.Source.ASSUMPTION;
import static dev.fortnight.edition.Source.FINDING;
import static dev.fortnight.edition.Source.INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.site.SiteTree;
import dev.fortnight.site.Tree;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionsTest {

  private static final String OWNER = "Product owner (illustrative)";
  private static final Instant FIRST_REVIEW = Source.REVIEW;
  private static final String PAGE = "pages/about.md";
  private static final Instant SECOND_REVIEW = Instant.parse("2026-11-27T14:30:00Z");

  @TempDir Path data;

  private Database database;
  private Editions editions;

  @BeforeEach
  void open() {
    database = Database.open(data);
    editions = new Editions(database, Source.programme());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everythingIsOpenBeforeTheFirstReview() {
    Review review = editions.review(Source.small().now(), sprint(1));

    assertThat(keys(review.open()))
        .containsExactly(ASSUMPTION, FINDING, INTERVIEW, "programme", "theme");
  }

  @Test
  void approvalIsBoundToTheContentThatWasSeen() {
    Source source = Source.small();
    approveAll(source.now(), 1, FIRST_REVIEW);
    assertThat(editions.review(source.now(), sprint(1)).open()).isEmpty();

    source.with(FINDING, Source.finding("Changed since"));

    assertThat(keys(editions.review(source.now(), sprint(1)).open())).containsExactly(FINDING);
  }

  @Test
  void signOffWaitsUntilEverythingIsDecided() {
    Newest newest = Source.small().now();

    assertThatThrownBy(
            () ->
                editions.signOff(
                    editions.review(newest, sprint(1)).decided(), newest, OWNER, FIRST_REVIEW))
        .isInstanceOf(ProblemException.class)
        .hasMessage("5 items are not decided yet");
  }

  @Test
  void sprintHasOneEdition() {
    Newest newest = Source.small().now();
    signOff(newest, 1, FIRST_REVIEW);

    assertThatThrownBy(() -> signOff(newest, 1, FIRST_REVIEW))
        .isInstanceOf(ProblemException.class)
        .hasMessage("sprint 1 has its edition already");
    assertThat(editions.newest()).contains(1);
  }

  @Test
  void secondEditionSaysWhatIsNewChangedAndGone() {
    Source source = Source.small().with("pages/about.md", "---\ntitle: About\n---\nUs.\n");
    signOff(source.now(), 1, FIRST_REVIEW);

    source
        .with(FINDING, Source.finding("Risk is about papers"))
        .with("weeknotes/2026-11-20-week-3.md", "---\ntitle: Week 3\n---\nText.\n")
        .without("pages/about.md");
    Tree.Edition second = signOff(source.at(SECOND_REVIEW), 2, SECOND_REVIEW).facts();

    assertThat(second.difference().added())
        .containsExactly(new Tree.Change("weeknotes/2026-11-20-week-3.md", "Week 3"));
    assertThat(second.difference().changed())
        .containsExactly(
            new Tree.Change(
                FINDING,
                "Risk is about papers",
                List.of(
                    new Tree.Passage(
                        List.of(
                            new Tree.Run(Tree.Run.Kind.KEPT, "Risk is about"),
                            new Tree.Run(Tree.Run.Kind.REMOVED, "assurance"),
                            new Tree.Run(Tree.Run.Kind.ADDED, "papers")))),
                0));
    assertThat(second.difference().removed())
        .containsExactly(new Tree.Change("pages/about.md", "About"));
    assertThat(second.difference().carried())
        .containsExactly(
            new Tree.Change(ASSUMPTION, "Reuse feels risky"),
            new Tree.Change(INTERVIEW, "An architect's view"));
    assertThat(second.approvedIn()).containsEntry(FINDING, 2).containsEntry(INTERVIEW, 1);
    assertThat(second.difference().headlines())
        .containsExactly(
            new Tree.Headline("We now put it so: “Risk is about papers”", FINDING, List.of()));
  }

  @Test
  void movedAssumptionIsTheFirstHeadline() {
    Source source = Source.small();
    source.with(INTERVIEW, Source.interview("consent: internal"));
    signOff(source.now(), 1, FIRST_REVIEW);

    source.with(INTERVIEW, Source.interview("consent: public"));
    Tree.Edition second = signOff(source.at(SECOND_REVIEW), 2, SECOND_REVIEW).facts();

    assertThat(second.difference().headlines().get(0))
        .isEqualTo(
            new Tree.Headline(
                "We now lean towards this: “Reuse feels risky”, because one more person spoke for"
                    + " it",
                ASSUMPTION,
                List.of("interviews/2026-11-10-architect#q1")));
  }

  @Test
  void withdrawnSessionIsNotNamedAmongWhatIsGone() {
    Source source = Source.small();
    signOff(source.now(), 1, FIRST_REVIEW);

    source.with(INTERVIEW, Source.interview("consent: withdrawn"));
    ApprovedEdition second = signOff(source.at(SECOND_REVIEW), 2, SECOND_REVIEW);

    assertThat(second.facts().difference().removed())
        .containsExactly(new Tree.Change(INTERVIEW, "A session"));
    assertThat(everything(second.site())).doesNotContain("An architect", "architect", "P07");
  }

  @Test
  void editionMadeAgainHasTheSameBytes() {
    Newest newest = Source.small().topic(3, "Why not?").now();
    SiteTree first = signOff(newest, 1, FIRST_REVIEW).site();

    SiteTree again = editions.edition(1, newest).site();

    assertThat(again.files().keySet()).isEqualTo(first.files().keySet());
    again.files().forEach((path, bytes) -> assertThat(bytes).isEqualTo(first.files().get(path)));
  }

  @Test
  void editionMadeAgainDoesNotFollowWhatWasDeletedOrRenamedSince() {
    Source source =
        Source.small().topic(3, "Why not?").topic(12, "Who pays?").with(PAGE, page("Us."));
    SiteTree first = signOff(source.now(), 1, FIRST_REVIEW).site();

    source
        .without(FINDING)
        .with("findings/renamed.md", Source.finding("Risk is about assurance"))
        .without(PAGE)
        .with(ASSUMPTION, "---\ntitle: Another\n---\nText.\n")
        .withoutTopic(3)
        .topic(1, "Earlier in the list");
    ApprovedEdition again = editions.edition(1, source.at(SECOND_REVIEW));

    assertThat(again.isAmended()).isFalse();
    assertThat(texts(again.site())).isEqualTo(texts(first));
  }

  @Test
  void aMovedCallWaitsForApprovalAndLeavesEarlierEditionsAsTheyWere() {
    Source source = Source.small();
    SiteTree first = signOff(source.now(), 1, FIRST_REVIEW).site();

    source.openCall("THU 10:30");

    assertThat(keys(editions.review(source.now(), sprint(1)).open())).containsExactly("programme");
    assertThat(texts(editions.edition(1, source.now()).site())).isEqualTo(texts(first));
  }

  @Test
  void editionMadeAgainIsWithoutWhatWasTakenBack() {
    for (String takenBack : List.of("consent: withdrawn", "consent: internal", "consent:")) {
      Source source = Source.small();
      ApprovedEdition first = signOffFresh(source);

      source.with(INTERVIEW, Source.interview(takenBack));
      ApprovedEdition again = editions.edition(first.number(), source.at(SECOND_REVIEW));

      assertThat(again.isAmended()).as(takenBack).isTrue();
      assertThat(everything(again.site())).doesNotContain("architect", "I would not sign");
    }
  }

  @Test
  void pageThatConsentNoLongerCoversCountsAsTakenBack() {
    Source source = Source.small();
    signOff(source.now(), 1, FIRST_REVIEW);

    source.with(INTERVIEW, Source.interview("consent: findings-only"));
    ApprovedEdition again = editions.edition(1, source.at(SECOND_REVIEW));

    assertThat(again.isAmended()).isTrue();
    assertThat(everything(again.site())).contains("I would not sign");
    assertThat(again.site().files().keySet())
        .noneMatch(path -> path.startsWith("interviews/2026-11-10-county-architect/"))
        .noneMatch(path -> path.startsWith("interviews/county-architect/"));
  }

  @Test
  void aSessionThatIsDeletedCountsAsTakenBack() {
    Source source = Source.small();
    signOff(source.now(), 1, FIRST_REVIEW);

    source.without(INTERVIEW);

    assertThat(everything(editions.edition(1, source.at(SECOND_REVIEW)).site()))
        .doesNotContain("architect", "I would not sign");
  }

  @Test
  void aNameThatIsFoundSinceIsTakenOutOfTheEditionMadeAgain() {
    Source source = Source.small().with(PAGE, page("Ask Rose Bishop."));
    signOff(source.now(), 1, FIRST_REVIEW);

    source.registered("Rose Bishop");
    ApprovedEdition again = editions.edition(1, source.at(SECOND_REVIEW));

    assertThat(again.isAmended()).isTrue();
    assertThat(everything(again.site())).doesNotContain("Bishop");
  }

  @Test
  void wordsThatWereTakenOutOfASessionAreNotRepeatedInTheDifference() {
    Source source = Source.small();
    source.with(
        INTERVIEW, Source.interview("consent: public").replace("We talked.", "By the harbour."));
    signOff(source.now(), 1, FIRST_REVIEW);

    source.with(INTERVIEW, Source.interview("consent: public").replace("We talked.", "Inland."));
    ApprovedEdition second = signOff(source.at(SECOND_REVIEW), 2, SECOND_REVIEW);

    assertThat(everything(second.site())).contains("Inland").doesNotContain("harbour");
    assertThat(second.facts().difference().changed().get(0).passages().get(0).runs())
        .containsExactly(
            new Tree.Run(Tree.Run.Kind.UNSHOWN, "3 words"),
            new Tree.Run(Tree.Run.Kind.ADDED, "Inland."));
  }

  @Test
  void aNameThatWasTakenOutIsNotRepeatedInTheDifference() {
    Source source = Source.small().with(PAGE, page("Ask Rose Bishop."));
    signOff(source.now(), 1, FIRST_REVIEW);

    source.registered("Rose Bishop").with(PAGE, page("Ask us."));
    ApprovedEdition second = signOff(source.at(SECOND_REVIEW), 2, SECOND_REVIEW);

    assertThat(everything(second.site())).doesNotContain("Bishop");
    assertThat(second.facts().difference().changed().get(0).passages())
        .containsExactly(
            new Tree.Passage(List.of(new Tree.Run(Tree.Run.Kind.UNSHOWN, "a passage"))));
  }

  @Test
  void whatWasMerelyQuotedBeforeIsNewOnceItHasAPage() {
    Source source = Source.small().with(INTERVIEW, Source.interview("consent: findings-only"));
    signOff(source.now(), 1, FIRST_REVIEW);

    source.with(INTERVIEW, Source.interview("consent: public"));
    Tree.Difference difference =
        signOff(source.at(SECOND_REVIEW), 2, SECOND_REVIEW).facts().difference();

    assertThat(difference.added()).extracting(Tree.Change::item).containsExactly(INTERVIEW);
    assertThat(difference.changed()).isEmpty();
  }

  @Test
  void moreEvidenceForTheSameConclusionIsAHeadlineToo() {
    Source source = Source.small();
    signOff(source.now(), 1, FIRST_REVIEW);

    source.with(
        "interviews/2026-11-24-developer.md",
        Source.interview("consent: public").replace("P07", "P09"));
    Tree.Difference difference =
        signOff(source.at(SECOND_REVIEW), 2, SECOND_REVIEW).facts().difference();

    assertThat(difference.headlines())
        .containsExactly(
            new Tree.Headline(
                "The evidence moved on “Reuse feels risky”: one more person spoke for it",
                ASSUMPTION,
                List.of("interviews/2026-11-24-developer#q1")));
  }

  @Test
  void editionInWhichNothingChangedSaysSo() {
    Source source = Source.small();
    signOff(source.now(), 1, FIRST_REVIEW);

    Tree.Difference difference =
        signOff(source.at(SECOND_REVIEW), 2, SECOND_REVIEW).facts().difference();

    assertThat(difference.headlines()).isEmpty();
    assertThat(difference.added()).isEmpty();
    assertThat(difference.changed()).isEmpty();
    assertThat(difference.removed()).isEmpty();
    assertThat(difference.carried()).hasSize(3);
  }

  @Test
  void anyTwoEditionsCanBeCompared() {
    Source source = Source.small();
    signOff(source.now(), 1, FIRST_REVIEW);
    source.with(FINDING, Source.finding("Risk is about papers"));
    signOff(source.at(SECOND_REVIEW), 2, SECOND_REVIEW);
    Instant third = Instant.parse("2026-12-11T14:30:00Z");
    source.with(FINDING, Source.finding("Risk is about people"));
    signOff(source.at(third), 3, third);

    Tree.Difference difference = editions.difference(1, 3, source.at(third));

    assertThat(difference.since()).contains(1);
    assertThat(difference.changed().get(0).passages().get(0).runs())
        .contains(
            new Tree.Run(Tree.Run.Kind.REMOVED, "assurance"),
            new Tree.Run(Tree.Run.Kind.ADDED, "people"));
  }

  @Test
  void theWorkingSiteSaysWhatTheNewestEditionDoesNotHave() {
    Source source = Source.small();
    signOff(source.now(), 1, FIRST_REVIEW);

    source.with(FINDING, Source.finding("Risk is about papers"));
    SiteTree working = editions.workingSite(source.at(SECOND_REVIEW), sprint(2)).site();

    assertThat(texts(working).get("edition/index.html"))
        .contains("Not reviewed yet. Compared with edition 1.")
        .contains(
            "<ins class=\"passage__run\"><span class=\"passage__word\">added</span> papers</ins>")
        .contains(
            "<del class=\"passage__run\"><span class=\"passage__word\">removed</span> assurance</del>");
    assertThat(texts(working).get("edition/changes.json")).contains("\"since\" : 1");
  }

  @Test
  void manifestTellsEachFileAndTheWholeTree() throws Exception {
    ApprovedEdition edition = signOff(Source.small().now(), 1, FIRST_REVIEW);
    SiteTree site = edition.site();
    JsonNode manifest = new ObjectMapper().readTree(site.files().get(Manifest.FILE));
    StringBuilder lines = new StringBuilder();
    site.files()
        .forEach(
            (path, bytes) -> {
              if (!path.equals(Manifest.FILE)) {
                assertThat(manifest.path("files").path(path).asText()).isEqualTo(sha256(bytes));
                lines.append(sha256(bytes)).append("  ").append(path).append('\n');
              }
            });

    assertThat(manifest.path("files").size()).isEqualTo(site.files().size() - 1);
    assertThat(manifest.path("tree").asText())
        .isEqualTo(sha256(lines.toString().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(edition.tree());
    assertThat(manifest.path("items").get(0).path("approved_by").asText()).isEqualTo(OWNER);
    assertThat(manifest.path("items").get(0).path("approved_on").asText()).isEqualTo("2026-11-13");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void unchangedPageHasTheSameBytesInTheNextEdition() {
    Source source = Source.small();
    SiteTree first = signOff(source.now(), 1, FIRST_REVIEW).site();
    SiteTree second = signOff(source.at(SECOND_REVIEW), 2, SECOND_REVIEW).site();

    for (String page : List.of("findings/risk/index.html", "interviews/architect/index.html")) {
      assertThat(new String(second.files().get(page), StandardCharsets.UTF_8))
          .isEqualTo(new String(first.files().get(page), StandardCharsets.UTF_8));
    }
  }

  @Test
  void pageWhoseEvidenceChangedSaysThatItChangedThoughItsOwnTextDidNot() {
    Source source = Source.small();
    signOff(source.now(), 1, FIRST_REVIEW);

    source.with(
        "interviews/2026-11-24-developer.md",
        Source.interview("consent: public")
            .replace("P07", "P09")
            .replace("supports", "contradicts"));
    ApprovedEdition second = signOff(source.at(SECOND_REVIEW), 2, SECOND_REVIEW);

    assertThat(second.facts().approvedIn()).containsEntry(ASSUMPTION, 1);
    assertThat(second.facts().changedIn()).containsEntry(ASSUMPTION, 2).containsEntry(FINDING, 1);
  }

  @Test
  void manifestNamesOnlyWhatHasAPage() {
    Source source = Source.small().with(INTERVIEW, Source.interview("consent: findings-only"));

    SiteTree site = signOff(source.now(), 1, FIRST_REVIEW).site();

    assertThat(new String(site.files().get("edition/manifest.json"), StandardCharsets.UTF_8))
        .contains("\"item\" : \"findings/risk.md\"", "\"findings\" : 1")
        .doesNotContain("interviews/");
  }

  @Test
  void decisionsAreKeptWithTheirReasons() {
    Newest newest = Source.small().now();
    Review review = editions.review(newest, sprint(1));

    editions.hold(review, newest, FINDING, OWNER, FIRST_REVIEW, "Ask a second council.");

    assertThat(editions.review(newest, sprint(1)).entries())
        .filteredOn(entry -> entry.item().key().equals(FINDING))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(((ItemState.Held) entry.state()).decision().reason())
                    .contains("Ask a second council."));
  }

  @Test
  void editionsOfAnotherProgrammeAreNotSeen() {
    signOff(Source.small().now(), 1, FIRST_REVIEW);

    assertThat(new Editions(EditionStore.in(database, "another")).newest()).isEmpty();
  }

  private static String page(String text) {
    return "---\ntitle: About\n---\n" + text + "\n";
  }

  private static Map<String, String> texts(SiteTree site) {
    Map<String, String> texts = new TreeMap<>();
    site.files()
        .forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  /** The first edition of a programme that has none yet. */
  private ApprovedEdition signOffFresh(Source source) {
    database.jdbi().useHandle(handle -> handle.execute("set referential_integrity false"));
    for (String table : List.of("edition_item", "edition_assumption", "edition")) {
      database.jdbi().useHandle(handle -> handle.execute("delete from " + table));
    }
    return signOff(source.now(), 1, FIRST_REVIEW);
  }

  private ApprovedEdition signOff(Newest newest, int sprint, Instant at) {
    approveAll(newest, sprint, at);
    return editions.signOff(editions.review(newest, sprint(sprint)).decided(), newest, OWNER, at);
  }

  private void approveAll(Newest newest, int sprint, Instant at) {
    Review review = editions.review(newest, sprint(sprint));
    editions.approve(review, newest, Set.copyOf(keys(review.open())), OWNER, at);
  }

  private static List<String> keys(List<Review.Entry> entries) {
    return entries.stream().map(entry -> entry.item().key()).toList();
  }

  private static Sprint sprint(int number) {
    return new SprintCalendar(Source.programme().cycle()).sprint(number);
  }

  private static String everything(SiteTree site) {
    return site.files().entrySet().stream()
        .filter(file -> !file.getKey().startsWith("assets/"))
        .map(file -> file.getKey() + "\n" + new String(file.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }
}
