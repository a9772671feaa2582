package dev.fortnight.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Checker;
import dev.fortnight.check.Snapshot;
import dev.fortnight.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What may be personal data waits until a reviewer has approved it as it is. */
class QuestionsTest {

  private static final Approved NOTHING =
      new Approved(new TreeMap<>(), Map.of(), hash -> Optional.empty());
  private static final String PAGE = "pages/about.md";
  private static final String TEXT = "---\ntitle: About\n---\nCall 0808 157 0123.\n";
  private static final String QUESTION =
      "research/pages/about.md:4:6: this may be a telephone number, so this note is not published"
          + " until a reviewer has approved it as it is. Take it out. If its owner wants it to be"
          + " seen, add it to 'allow' in programme.yml. If it is not what it looks like, let it"
          + " pass with 'fortnight new waiver'.";

  @Test
  void aQuestionIsListedAndItsNoteIsNotBuilt() {
    Checker.Result result = Checker.check(source().now().snapshot());

    assertThat(result.problems()).extracting(Problem::toString).contains(QUESTION);
    assertThat(result.research().note(PAGE)).isEmpty();
  }

  @Test
  void itsNoteIsNotOnTheWorkingSiteUntilItIsApproved() {
    Source source = source();

    assertThat(working(NOTHING, source).note(PAGE)).isEmpty();
    assertThat(working(source.approved(), source).note(PAGE)).isPresent();
  }

  @Test
  void onceApprovedItIsNotAskedAgain() {
    Source source = source();

    assertThat(problems(source.approved(), source)).doesNotContain(QUESTION);
  }

  @Test
  void aChangedNoteIsAskedAboutAgain() {
    Source source = source();
    Approved approved = source.approved();
    source.with(PAGE, TEXT + "More.\n");

    assertThat(problems(approved, source)).contains(QUESTION);
    assertThat(working(approved, source).note(PAGE)).isEmpty();
  }

  @Test
  void theEditionHoldsItOnceItIsApproved() {
    Source source = source();
    CheckedResearch edition =
        EditionContents.compose(source.approved(), source.now(), Source.REVIEW).research();

    assertThat(edition.note(PAGE)).isPresent();
  }

  @Test
  void whatIsCertainStaysOutThoughItIsApproved() {
    Source source = source().with(PAGE, TEXT.replace("0808 157 0123", "020 7946 0123"));

    assertThat(working(source.approved(), source).note(PAGE)).isEmpty();
  }

  private static Source source() {
    return Source.small().with(PAGE, TEXT);
  }

  private static CheckedResearch working(Approved approved, Source source) {
    return WorkingContents.compose(approved, source.now(), Set.of(), CheckMemory.none());
  }

  private static List<String> problems(Approved approved, Source source) {
    Snapshot snapshot = source.now().snapshot();
    return Answered.check(snapshot, approved).problems().stream().map(Problem::toString).toList();
  }
}
