package dev.fortnight.edition;

import static dev.fortnight.edition.Source.ASSUMPTION;
import static dev.fortnight.edition.Source.FINDING;
import static dev.fortnight.edition.Source.INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.problem.Problem;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class ReviewTest {

  private static final String OWNER = "Product owner (illustrative)";
  private static final String PAGE = "pages/about.md";
  private static final String TEXT = "---\ntitle: About\n---\nThanks to Bishop for it.\n";

  @Parameter TestDatabase kind;

  @TempDir Path data;

  private Database database;
  private Editions editions;
  private Instant time = Source.REVIEW;

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
  void aChangedRegisterReopensOnlyWhatItConcerns() {
    Source source = Source.small().with(PAGE, TEXT);
    approveAll(source, 1);

    source.registered("Rose Bishop");

    Review review = review(source, 1);
    assertThat(review.open()).extracting(Review.Entry::key).containsExactly(PAGE);
    Review.Entry entry = review.entry(PAGE).orElseThrow();
    assertThat(entry.state())
        .isEqualTo(new ItemState.Open(ItemState.Why.RECHECKED, Optional.empty()));
    assertThat(entry.problems())
        .extracting(Problem::what)
        .containsExactly(
            "this may name somebody in the register of participants, so this note is not published"
                + " until a reviewer has approved it as it is");
  }

  @Test
  void whatTheNewRegisterAsksIsOffTheWorkingSiteUntilAnswered() {
    Source source = Source.small().with(PAGE, TEXT);
    approveAll(source, 1);
    assertThat(workingPages(source)).contains(PAGE);

    source.registered("Rose Bishop");
    assertThat(workingPages(source)).doesNotContain(PAGE);

    approveAll(source, 1);
    assertThat(workingPages(source)).contains(PAGE);
  }

  @Test
  void aDoubtThatTheOwnerHoldsKeepsTheApprovedContentOutOfTheEdition() {
    Source source = Source.small().with(PAGE, TEXT);
    approveAll(source, 1);
    editions.signOff(review(source, 1).decided(), source.now(), OWNER, time);

    source.registered("Rose Bishop");
    hold(source, 2, PAGE);
    ApprovedEdition second =
        editions.signOff(review(source, 2).decided(), source.now(), OWNER, time);

    assertThat(second.research().note(PAGE)).isEmpty();
  }

  @Test
  void aDoubtThatTheOwnerAnsweredIsNotAskedAgain() {
    Source source = Source.small().with(PAGE, TEXT).registered("Rose Bishop");
    approveAll(source, 1);

    assertThat(review(source, 2).open()).isEmpty();
    assertThat(editions.problems(source.now()))
        .extracting(problem -> problem.location().file())
        .doesNotContain("research/" + PAGE);
  }

  @Test
  void aHeldItemOpensAgainWhenItsProblemsAreGone() {
    Source source = Source.small().with(PAGE, TEXT).registered("Rose Bishop");
    hold(source, 1, PAGE);
    assertThat(review(source, 1).held()).extracting(Review.Entry::key).containsExactly(PAGE);

    source.registered("Nemo Invented");

    ItemState.Open open = (ItemState.Open) review(source, 1).entry(PAGE).orElseThrow().state();
    assertThat(open.why()).isEqualTo(ItemState.Why.RECHECKED);
    assertThat(open.held().flatMap(Decision::reason)).isPresent();
  }

  @Test
  void whatWasHeldBeforeComesFirst() {
    Source source = Source.small();
    hold(source, 1, INTERVIEW);
    source.with(INTERVIEW, Source.interview("consent: public\ntags: [new]"));

    assertThat(review(source, 2).open())
        .extracting(Review.Entry::key)
        .containsExactly(INTERVIEW, ASSUMPTION, FINDING, "programme", "theme");
  }

  @Test
  void anApprovedItemStaysApprovedWhenItHasFewerProblems() {
    Source source = Source.small().with(PAGE, TEXT).registered("Rose Bishop");
    approveAll(source, 1);

    source.registered("Nemo Invented");

    assertThat(review(source, 2).open()).isEmpty();
  }

  @Test
  void aHoldTakesBackAnApprovalOfTheSameContent() {
    Source source = Source.small();
    approveAll(source, 1);

    hold(source, 1, FINDING);

    ApprovedEdition edition =
        editions.signOff(review(source, 1).decided(), source.now(), OWNER, time);
    assertThat(edition.research().notes())
        .extracting(note -> note.content().path())
        .containsExactly(ASSUMPTION, INTERVIEW);
  }

  @Test
  void aHoldOnAnApprovedContentLeavesTheOneApprovedBefore() {
    Source source = Source.small();
    approveAll(source, 1);
    source.with(FINDING, Source.finding("Second thoughts"));
    approveAll(source, 1);

    hold(source, 1, FINDING);

    ApprovedEdition edition =
        editions.signOff(review(source, 1).decided(), source.now(), OWNER, time);
    assertThat(edition.research().note(FINDING).orElseThrow().content().title())
        .isEqualTo("Risk is about assurance");
  }

  @Test
  void anApprovalAfterAHoldCounts() {
    Source source = Source.small();
    hold(source, 1, FINDING);
    Review review = review(source, 1);

    editions.approve(review, source.now(), Set.of(FINDING), OWNER, tick());

    assertThat(review(source, 1).held()).isEmpty();
    approveAll(source, 1);
    ApprovedEdition edition =
        editions.signOff(review(source, 1).decided(), source.now(), OWNER, time);
    assertThat(edition.research().note(FINDING)).isPresent();
  }

  @Test
  void aHeldItemCarriesOverIntoTheNextReview() {
    Source source = Source.small();
    hold(source, 1, FINDING);
    approveAll(source, 1);
    editions.signOff(review(source, 1).decided(), source.now(), OWNER, time);

    Review second = review(source, 2);

    assertThat(second.held()).extracting(Review.Entry::key).containsExactly(FINDING);
    assertThat(second.open()).isEmpty();
  }

  @Test
  void anItemSaysWhyItIsOpen() {
    Source source = Source.small();
    approveAll(source, 1);
    source
        .with(FINDING, Source.finding("Something else"))
        .with("weeknotes/2026-11-13-week-2.md", "---\ntitle: Week 2\n---\nText.\n");

    assertThat(review(source, 1).open())
        .extracting(Review.Entry::key, Review.Entry::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                FINDING, new ItemState.Open(ItemState.Why.CHANGED, Optional.empty())),
            org.assertj.core.groups.Tuple.tuple(
                "weeknotes/2026-11-13-week-2.md",
                new ItemState.Open(ItemState.Why.NEW, Optional.empty())));
  }

  private List<String> workingPages(Source source) {
    return editions.workingSite(source.now(), sprint(1)).research().notes().stream()
        .map(note -> note.content().path())
        .toList();
  }

  private Review review(Source source, int sprint) {
    return editions.review(source.now(), sprint(sprint));
  }

  private void approveAll(Source source, int sprint) {
    Review review = review(source, sprint);
    Set<String> open = review.open().stream().map(Review.Entry::key).collect(Collectors.toSet());
    editions.approve(review, source.now(), open, OWNER, tick());
  }

  private void hold(Source source, int sprint, String key) {
    editions.hold(
        review(source, sprint), source.now(), key, OWNER, tick(), "Not convinced (illustrative).");
  }

  private Instant tick() {
    time = time.plus(Duration.ofSeconds(1));
    return time;
  }

  private static Sprint sprint(int number) {
    return new SprintCalendar(Source.programme().cycle()).sprint(number);
  }
}
