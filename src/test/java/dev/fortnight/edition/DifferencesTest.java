package dev.fortnight.edition;

import static dev.fortnight.edition.Source.ASSUMPTION;
import static dev.fortnight.edition.Source.FINDING;
import static dev.fortnight.edition.Source.INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.site.SiteTree;
import dev.fortnight.site.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edition, or the working site, says of what changed. */
class DifferencesTest {

  private static final String WEEKNOTE = "weeknotes/2026-11-20-week-4.md";

  private static final String PAGE = "pages/about.md";

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
  void secondEditionSaysWhatIsNewChangedAndGone() {
    Source source = Source.small().with("pages/about.md", "---\ntitle: About\n---\nUs.\n");
    programme.edition(source, 1);

    source
        .with(FINDING, Source.finding("Risk is about papers"))
        .with("weeknotes/2026-11-20-week-3.md", "---\ntitle: Week 3\n---\nText.\n")
        .without("pages/about.md");
    Tree.Edition second = programme.edition(source, 2).facts();

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
    programme.edition(source, 1);

    source.with(INTERVIEW, Source.interview("consent: public"));
    Tree.Edition second = programme.edition(source, 2).facts();

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
    programme.edition(source, 1);

    source.with(INTERVIEW, Source.interview("consent: withdrawn"));
    ApprovedEdition second = programme.edition(source, 2);

    assertThat(second.facts().difference().removed())
        .containsExactly(new Tree.Change(INTERVIEW, "A session"));
    assertThat(SiteTexts.joined(second.site())).doesNotContain("An architect", "architect", "P07");
  }

  @Test
  void wordsThatWereTakenOutOfASessionAreNotRepeatedInTheDifference() {
    Source source = Source.small();
    source.with(
        INTERVIEW, Source.interview("consent: public").replace("We talked.", "By the harbour."));
    programme.edition(source, 1);

    source.with(INTERVIEW, Source.interview("consent: public").replace("We talked.", "Inland."));
    ApprovedEdition second = programme.edition(source, 2);

    assertThat(SiteTexts.joined(second.site())).contains("Inland").doesNotContain("harbour");
    assertThat(second.facts().difference().changed().get(0).passages().get(0).runs())
        .containsExactly(
            new Tree.Run(Tree.Run.Kind.UNSHOWN, "3 words"),
            new Tree.Run(Tree.Run.Kind.ADDED, "Inland."));
  }

  @Test
  void aNameThatWasTakenOutIsNotRepeatedInTheDifference() {
    Source source = Source.small().with(PAGE, page("Ask Rose Bishop."));
    programme.edition(source, 1);

    source.registered("Rose Bishop").with(PAGE, page("Ask us."));
    ApprovedEdition second = programme.edition(source, 2);

    assertThat(SiteTexts.joined(second.site())).doesNotContain("Bishop");
    assertThat(second.facts().difference().changed().get(0).passages())
        .containsExactly(
            new Tree.Passage(List.of(new Tree.Run(Tree.Run.Kind.UNSHOWN, "a passage"))));
  }

  @Test
  void whatWasMerelyQuotedBeforeIsNewOnceItHasAPage() {
    Source source = Source.small().with(INTERVIEW, Source.interview("consent: findings-only"));
    programme.edition(source, 1);

    source.with(INTERVIEW, Source.interview("consent: public"));
    Tree.Difference difference = programme.edition(source, 2).facts().difference();

    assertThat(difference.added()).extracting(Tree.Change::item).containsExactly(INTERVIEW);
    assertThat(difference.changed()).isEmpty();
  }

  @Test
  void moreEvidenceForTheSameConclusionIsAHeadlineToo() {
    Source source = Source.small();
    programme.edition(source, 1);

    source.with(
        "interviews/2026-11-24-developer.md",
        Source.interview("consent: public").replace("P07", "P09"));
    Tree.Difference difference = programme.edition(source, 2).facts().difference();

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
    programme.edition(source, 1);

    Tree.Difference difference = programme.edition(source, 2).facts().difference();

    assertThat(difference.headlines()).isEmpty();
    assertThat(difference.added()).isEmpty();
    assertThat(difference.changed()).isEmpty();
    assertThat(difference.removed()).isEmpty();
    assertThat(difference.carried()).hasSize(3);
  }

  @Test
  void anyTwoEditionsCanBeCompared() {
    Source source = Source.small();
    programme.edition(source, 1);
    source.with(FINDING, Source.finding("Risk is about papers"));
    programme.edition(source, 2);
    source.with(FINDING, Source.finding("Risk is about people"));
    programme.edition(source, 3);

    Tree.Difference difference = programme.editions().difference(1, 3, source.now());

    assertThat(difference.since()).contains(1);
    assertThat(difference.changed().get(0).passages().get(0).runs())
        .contains(
            new Tree.Run(Tree.Run.Kind.REMOVED, "assurance"),
            new Tree.Run(Tree.Run.Kind.ADDED, "people"));
  }

  @Test
  void whatWasWrittenAnewIsShownByItsBeginning() {
    Source source = Source.small().with(WEEKNOTE, weeknote("old"));
    programme.edition(source, 1);
    Tree.Change change =
        programme
            .edition(source.with(WEEKNOTE, weeknote("new")), 2)
            .facts()
            .difference()
            .changed()
            .get(0);

    assertThat(change.more()).isPositive();
    assertThat(change.passages())
        .flatExtracting(Tree.Passage::runs)
        .extracting(Tree.Run::text)
        .allSatisfy(text -> assertThat(text.split(" ")).hasSizeLessThanOrEqualTo(61))
        .anySatisfy(text -> assertThat(text).startsWith("new0 new1 ").endsWith(" new39 …"))
        .noneSatisfy(text -> assertThat(text).contains("new60"));
  }

  @Test
  void whatWasRewrittenWordByWordIsShownByItsBeginning() {
    Source source = Source.small().with(WEEKNOTE, alternating("old"));
    programme.edition(source, 1);
    Tree.Change change =
        programme
            .edition(source.with(WEEKNOTE, alternating("new")), 2)
            .facts()
            .difference()
            .changed()
            .get(0);

    List<Tree.Run> runs = change.passages().get(0).runs();
    assertThat(runs.get(1)).isEqualTo(new Tree.Run(Tree.Run.Kind.REMOVED, "old0"));
    assertThat(runs.get(2)).isEqualTo(new Tree.Run(Tree.Run.Kind.ADDED, "new0"));
    assertThat(runs).hasSize(81).last().isEqualTo(new Tree.Run(Tree.Run.Kind.KEPT, "…"));
  }

  private static String alternating(String word) {
    return IntStream.range(0, 150)
        .mapToObj(number -> "same" + number + " " + word + number)
        .collect(Collectors.joining(" ", "---\ntitle: Week 4\n---\n", "\n"));
  }

  /** Two blocks of 150 words. */
  private static String weeknote(String word) {
    return IntStream.range(0, 150)
        .mapToObj(number -> word + number)
        .collect(
            Collectors.joining(" ", "---\ntitle: Week 4\n---\n", "\n\nSame.\n\n" + word + "\n"));
  }

  @Test
  void theWorkingSiteSaysWhatTheNewestEditionDoesNotHave() {
    Source source = Source.small();
    programme.edition(source, 1);

    source.with(FINDING, Source.finding("Risk is about papers"));
    SiteTree working = programme.workingSite(source, 2).site();

    assertThat(SiteTexts.of(working).get("edition/index.html"))
        .contains("Not reviewed yet. Compared with edition 1.")
        .contains(
            "<ins class=\"passage__run\"><span class=\"passage__word\">added</span> papers</ins>")
        .contains(
            "<del class=\"passage__run\"><span class=\"passage__word\">removed</span> assurance</del>");
    assertThat(SiteTexts.of(working).get("edition/changes.json")).contains("\"since\" : 1");
  }

  private static String page(String text) {
    return "---\ntitle: About\n---\n" + text + "\n";
  }
}
