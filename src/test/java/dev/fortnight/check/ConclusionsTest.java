package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.note.Note;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConclusionsTest {

  @Test
  void aConfidenceThatIsNoneOfThreeWordsIsTold() {
    assertThat(
            new Illustration()
                .note("findings/a.md", "---\nconfidence: medum\n---\n")
                .note("findings/b.md", "---\ntitle: b\nconfidence: 80\n---\n")
                .note("findings/c.md", "---\nconfidence: [low]\n---\n")
                .note("findings/d.md", "---\nconfidence: low\n---\n")
                .note("pages/e.md", "---\nconfidence: of the team\n---\n")
                .problems())
        .isEqualTo(
            """
            research/findings/a.md:2: the confidence is not one of the words that Fortnight knows. Did you mean 'medium'?
            research/findings/b.md:3: the confidence is not one of the words that Fortnight knows. Use one of low, medium, high.
            research/findings/c.md:2: the confidence is not one of the words that Fortnight knows. Use one of low, medium, high.""");
  }

  @Test
  void aConfidenceAboveTheEvidenceSaysWhatItRestsOnAndIsPublished() {
    Illustration illustration =
        new Illustration()
            .note("assumptions/a.md", "An assumption.")
            .note("interviews/four.md", interview("interview", 4))
            .note("interviews/shop.md", interview("workshop", 1))
            .note("findings/bare.md", "---\nconfidence: medium\n---\n")
            .note("findings/two.md", finding("medium", "four#p1", "four#p2"))
            .note("findings/three.md", finding("medium", "four#p1", "four#p2", "four#p3"))
            .note(
                "findings/one-way.md", finding("high", "four#p1", "four#p2", "four#p3", "four#p4"))
            .note(
                "findings/two-ways.md",
                finding("high", "four#p2", "four#p3", "four#p4", "four#p1", "shop#p1"));

    assertThat(illustration.problems())
        .isEqualTo(
            """
            research/findings/bare.md:2: the confidence is 'medium', but the evidence that may be shown is 0 people, 0 methods. Lower it to 'low', or cite more: medium takes 3 people, high takes 4 and 2 methods, and contradiction weighs against both.
            research/findings/one-way.md:2: the confidence is 'high', but the evidence that may be shown is 4 people, 1 method. Lower it to 'medium', or cite more: medium takes 3 people, high takes 4 and 2 methods, and contradiction weighs against both.
            research/findings/two.md:2: the confidence is 'medium', but the evidence that may be shown is 2 people, 1 method. Lower it to 'low', or cite more: medium takes 3 people, high takes 4 and 2 methods, and contradiction weighs against both.""");
    assertThat(illustration.research().notes()).hasSize(8);
  }

  @Test
  void contradictionWeighsAgainstTheConfidence() {
    assertThat(
            new Illustration()
                .note("assumptions/a.md", "An assumption.")
                .note("interviews/three.md", interview("interview", 3))
                .note(
                    "interviews/no.md",
                    interview("survey", 1)
                        .replace("supports", "contradicts")
                        .replace("P01\"", "P09\""))
                .note(
                    "findings/f.md",
                    finding("medium", "three#p1", "three#p2", "three#p3", "no#p1")
                        .replaceFirst("---", "---\nsupports: a"))
                .warnings("confidence"))
        .isEqualTo(
            "research/findings/f.md:3: the confidence is 'medium', but the evidence that may be"
                + " shown is 3 people, 1 method, 1 against. Lower it to 'low', or cite more: medium"
                + " takes 3 people, high takes 4 and 2 methods, and contradiction weighs against"
                + " both.");
  }

  @Test
  void evidenceThatMayNotBeShownIsNamedWithItsLineAndReason() {
    assertThat(
            new Illustration()
                .note("interviews/gone.md", "---\nconsent: withdrawn\n" + QUOTED)
                .note("interviews/shut.md", "---\nconsent: internal\n" + QUOTED)
                .note(
                    "interviews/late.md",
                    "---\nconsent: public\nconsent_expires: 2026-11-01\n" + QUOTED)
                .note("interviews/open.md", "---\nconsent: findings-only\n" + QUOTED)
                .note("pages/page.md", "---\ntitle: page\n" + QUOTED)
                .note(
                    "findings/f.md",
                    """
                    ---
                    confidence: low
                    evidence:
                      - interviews/open#q1
                      - interviews/gone#q1
                      - "interviews/shut#q1"
                      - interviews/late#q1
                      - pages/page#q1
                      - interviews/none#q1
                    ---
                    """)
                .problems())
        .isEqualTo(
            """
            research/findings/f.md:5: 'interviews/gone#q1' may not be shown, because the consent to its note is 'withdrawn', so this finding rests on less than it cites. Read whether the finding still holds, and take the citation out.
            research/findings/f.md:6: 'interviews/shut#q1' may not be shown, because the consent to its note is 'internal', so this finding rests on less than it cites. Read whether the finding still holds, and take the citation out.
            research/findings/f.md:7: 'interviews/late#q1' may not be shown, because its note is not published, so this finding rests on less than it cites. Read whether the finding still holds, and take the citation out.
            research/findings/f.md:8: 'pages/page#q1' may not be shown, because only interviews hold evidence, so this finding rests on less than it cites. Read whether the finding still holds, and take the citation out.
            research/findings/f.md:9: there is no evidence 'interviews/none#q1', so it is not shown. Did you mean 'interviews/gone#q1'?""");
  }

  @Test
  void aCitationOfWhatNeverWasIsAProblemAndNothingThatReadersAreToldOf() {
    Illustration illustration =
        new Illustration()
            .note("interviews/shut.md", "---\nconsent: internal\n" + QUOTED)
            .note(
                "findings/f.md", "---\nevidence: [interviews/shut#q1, interviews/shut#q2]\n---\n");

    assertThat(illustration.research().withheld())
        .containsExactly(new CheckedResearch.Withheld("findings/f.md", "interviews/shut#q1"));
    assertThat(illustration.warnings("reference"))
        .isEqualTo(
            "research/findings/f.md:2: there is no evidence 'interviews/shut#q2', so it is not"
                + " shown. Did you mean 'interviews/shut#q1'?");
  }

  @Test
  void aCitationOfANoteThatCannotBeReadMayBeRight() {
    Snapshot snapshot =
        new Illustration()
            .note("findings/f.md", "---\nevidence: interviews/broken#q1\n---\n")
            .snapshot()
            .without(Set.of("interviews/broken.md"));

    Checker.Result result = Checker.check(snapshot);

    assertThat(result.research().withheld()).hasSize(1);
    assertThat(result.problems())
        .extracting(Illustration::line)
        .containsExactly(
            "research/findings/f.md:2: the note of this evidence cannot be read, so it is not"
                + " shown. Correct that note first.");
  }

  @Test
  void aTreeThatLeavesInterviewsOutForNowDoesNotJudge() {
    Snapshot snapshot =
        new Illustration()
            .note("assumptions/a.md", "An assumption.")
            .note("interviews/three.md", interview("interview", 3))
            .note("findings/f.md", finding("high", "three#p1"))
            .snapshot()
            .showing((Note note) -> !note.path().startsWith("interviews/"));

    Checker.Result result = Checker.check(snapshot);

    assertThat(result.problems()).isEmpty();
    assertThat(result.research().withheld()).hasSize(1);
  }

  private static final String QUOTED = "---\n> Said.\n{: #q1 .evidence}\n";

  private static String interview(String method, int people) {
    String marks =
        IntStream.rangeClosed(1, people)
            .mapToObj(
                i ->
                    "\n> Said.\n{: #p%d .evidence supports=\"a\" participant=\"P0%d\"}\n"
                        .formatted(i, i))
            .collect(Collectors.joining());
    return "---\nconsent: public\nmethod: %s\nparticipants: [P01, P02, P03, P04, P09]\n---\n"
            .formatted(method)
        + marks;
  }

  private static String finding(String confidence, String... evidence) {
    return "---\nconfidence: %s\nevidence: [interviews/%s]\n---\n"
        .formatted(confidence, String.join(", interviews/", evidence));
  }
}
