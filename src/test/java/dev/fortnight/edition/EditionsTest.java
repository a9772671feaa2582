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
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class EditionsTest {

  private static final String OWNER = "Product owner (illustrative)";
  private static final Instant FIRST_REVIEW = Source.REVIEW;
  private static final String PAGE = "pages/about.md";
  private static final Instant SECOND_REVIEW = Instant.parse("2026-11-27T14:30:00Z");

  @Parameter TestDatabase kind;

  @TempDir Path data;

  private Database database;
  private Editions editions;

  @BeforeEach
  void open() {
    database = kind.open(data);
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
  void previewHasThePagesThatAreSigned() {
    Newest newest = Source.small().now();
    approveAll(newest, 1, FIRST_REVIEW);
    DecidedReview decided = editions.review(newest, sprint(1)).decided();

    DraftEdition draft = editions.draft(decided, newest, OWNER, FIRST_REVIEW);
    SiteTree preview = draft.site();
    assertThat(draft.outlook()).isEqualTo(editions.outlook(decided.review(), newest, FIRST_REVIEW));

    assertThat(editions.newest()).as("nothing is signed by looking").isEmpty();
    SiteTree signed = editions.signOff(decided, newest, OWNER, FIRST_REVIEW).site();
    assertThat(preview.files()).containsKey("findings/risk/index.html");
    assertThat(
            Manifest.hashes(preview.with(Manifest.FILE, signed.files().get(Manifest.FILE)).files()))
        .isEqualTo(Manifest.hashes(signed.files()));
  }

  @Test
  void draftUnderAnotherNameIsTheOneThatWouldBeMadeForIt() {
    signOff(Source.small().now(), 1, FIRST_REVIEW);
    Newest newest = Source.small().with("findings/new.md", "---\ntitle: New\n---\nA find.\n").now();
    approveAll(newest, 2, SECOND_REVIEW);
    DecidedReview decided = editions.review(newest, sprint(2)).decided();

    DraftEdition draft = editions.draft(decided, newest, OWNER, SECOND_REVIEW);
    DraftEdition named = editions.named(draft, newest, "Deputy");
    DraftEdition made = editions.draft(decided, newest, "Deputy", SECOND_REVIEW);

    assertThat(Manifest.hashes(named.site().files()))
        .isEqualTo(Manifest.hashes(made.site().files()))
        .isNotEqualTo(Manifest.hashes(draft.site().files()));
    assertThat(named.outlook()).isEqualTo(made.outlook());
    assertThatThrownBy(() -> editions.named(draft, newest, "deputy@example.org"))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void editionsOfAnotherProgrammeAreNotSeen() {
    signOff(Source.small().now(), 1, FIRST_REVIEW);

    assertThat(new Editions(EditionStore.in(database, "another")).newest()).isEmpty();
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
}
