package dev.fortnight.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of an edition have to do with whether it can be signed off. */
class CheckingTest {

  private static final String TWICE = "<p id=\"twice\">A</p><p id=\"twice\">B</p>";
  private static final Instant NEXT = Instant.parse("2026-11-27T14:30:00Z");

  @TempDir Path data;

  private SignedOff programme;

  @BeforeEach
  void open() {
    programme = new SignedOff(data);
  }

  @AfterEach
  void close() {
    programme.close();
  }

  @Test
  void aFaultOfTheThemeBlocksOnEachPage() {
    Source source = Source.small().onEachPage(TWICE);

    assertThatThrownBy(() -> programme.edition(source, 1))
        .isInstanceOf(ProblemException.class)
        .hasMessageMatching("[0-9]+ problems keep the edition .*: [0-9]+ of accessibility");
    assertThat(blocking(source, Source.REVIEW, 1))
        .contains(
            "findings/risk.md: page findings/risk/index.html: two places of the page have the same"
                + " id. Correct the note or the layouts in 'site', or hold the item.",
            ": page index.html: two places of the page have the same id. Correct the layouts in"
                + " 'site', or hold the site's look.");
  }

  /** What was signed off under older rules must not keep the next edition back for ever. */
  @Test
  void whatTheEditionBeforeHadTooBlocksNothing() {
    Source source = Source.small().onEachPage(TWICE);
    signUnseen(source);

    source.with("pages/new.md", "---\ntitle: New\n---\nText.\n");
    assertThat(blocking(source, NEXT, 2))
        .containsExactly(
            "pages/new.md: page pages/new/index.html: two places of the page have the same id."
                + " Correct the note or the layouts in 'site', or hold the item.");
  }

  /** As a Fortnight did that did not look at pages. */
  private void signUnseen(Source source) {
    Newest newest = source.now();
    approve(newest, 1, Source.REVIEW);
    StoredEditions stored =
        new StoredEditions(EditionStore.in(programme.database(), newest.programme().id()));
    DecidedReview decided = programme.editions().review(newest, sprint(1)).decided();
    stored.sign(stored.draft(decided, newest, "Owner", Source.REVIEW));
  }

  private void approve(Newest newest, int sprint, Instant at) {
    Review review = programme.editions().review(newest, sprint(sprint));
    Set<String> open = review.open().stream().map(Review.Entry::key).collect(Collectors.toSet());
    programme.editions().approve(review, newest, open, "Owner", at);
  }

  private List<String> blocking(Source source, Instant at, int sprint) {
    Newest newest = source.at(at);
    approve(newest, sprint, at);
    Editions editions = programme.editions();
    Review review = editions.review(newest, sprint(sprint));
    DraftEdition draft = editions.draft(review.decided(), newest, "Owner", at);
    return editions.checklist(review, newest, List.of(), Optional.of(draft)).lines().stream()
        .flatMap(line -> line.blocking().stream())
        .map(point -> point.item().orElse("") + ": " + point.problem())
        .toList();
  }

  private static Sprint sprint(int number) {
    return new SprintCalendar(Source.programme().cycle()).sprint(number);
  }
}
