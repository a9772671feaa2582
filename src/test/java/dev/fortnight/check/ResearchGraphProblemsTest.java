package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResearchGraphProblemsTest {

  @Test
  void twoFindingsOrAssumptionsWithOneNameAreBothTold() {
    assertThat(
            new Illustration()
                .note("findings/2026-11-06-a.md", "One.")
                .note("findings/b.md", "---\nslug: a\npermalink: /b/\n---\nTwo.")
                .note("assumptions/a.md", "An assumption of that name is another thing.")
                .note("recommendations/2026-11-06-r.md", "Nobody refers to these.")
                .note("recommendations/2026-11-13-r.md", "Nobody refers to these.")
                .warnings("slug"))
        .isEqualTo(
            """
            research/findings/2026-11-06-a.md:1: 'a' is also the name of research/findings/b.md, so references to it may mean either. Give one of them another file name or 'slug'.
            research/findings/b.md:2: 'a' is also the name of research/findings/2026-11-06-a.md, so references to it may mean either. Give one of them another file name or 'slug'.""");
  }

  @Test
  void aPathInPlaceOfANameIsUnderstood() {
    assertThat(
            new Illustration()
                .note("assumptions/slow.md", "An assumption.")
                .note("findings/2026-11-13-queues.md", "A finding.")
                .note("interviews/2026-11-10-a.md", INTERVIEW)
                .note(
                    "findings/f.md",
                    """
                    ---
                    supports: assumptions/slow
                    evidence: [research/interviews/2026-11-10-a.md#q1]
                    ---
                    """)
                .note(
                    "recommendations/r.md",
                    """
                    ---
                    findings:
                      - findings/2026-11-13-queues.md
                      - ../findings/queues
                      - /findings/queues/
                      - 2026-11-13-queues
                      - research/findings/2026-11-13-queue.md
                    ---
                    """)
                .problems())
        .isEqualTo(
            """
            research/findings/f.md:2: there is no assumption 'assumptions/slow', so it is not shown. Did you mean 'slow'?
            research/findings/f.md:3: there is no evidence 'research/interviews/2026-11-10-a.md#q1', so it is not shown. Did you mean 'interviews/2026-11-10-a#q1'?
            research/recommendations/r.md:3: there is no finding 'findings/2026-11-13-queues.md', so it is not shown. Did you mean 'queues'?
            research/recommendations/r.md:4: there is no finding '../findings/queues', so it is not shown. Did you mean 'queues'?
            research/recommendations/r.md:5: there is no finding '/findings/queues/', so it is not shown. Did you mean 'queues'?
            research/recommendations/r.md:6: there is no finding '2026-11-13-queues', so it is not shown. Did you mean 'queues'?
            research/recommendations/r.md:7: there is no finding 'research/findings/2026-11-13-queue.md', so it is not shown. Did you mean 'queues'?""");
  }

  @Test
  void chainsOfSupersededFindingsEnd() {
    assertThat(
            new Illustration()
                .note("findings/fine.md", "---\nsuperseded-by: newest\n---\n")
                .note("findings/newest.md", "It holds.")
                .note("findings/nobody.md", "---\nsuperseded-by: findings/newest.md\n---\n")
                .note("findings/self.md", "---\nsuperseded-by: self\n---\n")
                .note("findings/two.md", "---\nsuperseded-by: [fine, newest]\n---\n")
                .note("findings/x.md", "---\nsuperseded-by: y\n---\n")
                .note("findings/y.md", "---\nsuperseded-by: z\n---\n")
                .note("findings/z.md", "---\ntitle: z\nsuperseded-by: x\n---\n")
                .note("findings/into.md", "---\nsuperseded-by: x\n---\n")
                .problems())
        .isEqualTo(
            """
            research/findings/nobody.md:2: there is no finding 'findings/newest.md' to stand in this one's place. Did you mean 'newest'?
            research/findings/self.md:2: this finding says that it supersedes itself. Name the finding that stands in its place, or take the line out.
            research/findings/two.md:2: 'superseded-by' is not a name. Write one finding's name.
            research/findings/x.md:2: this finding is superseded by itself in the end, by way of 'y', 'z'. Take 'superseded-by' out of the finding that holds now.
            research/findings/y.md:2: this finding is superseded by itself in the end, by way of 'z', 'x'. Take 'superseded-by' out of the finding that holds now.
            research/findings/z.md:3: this finding is superseded by itself in the end, by way of 'x', 'y'. Take 'superseded-by' out of the finding that holds now.""");
  }

  @Test
  void aFindingDoesNotCiteItself() {
    assertThat(
            new Illustration()
                .note(
                    "findings/f.md",
                    """
                    ---
                    evidence: findings/f#q1
                    ---
                    > Said.
                    {: #q1 .evidence}
                    """)
                .warnings("reference"))
        .isEqualTo(
            "research/findings/f.md:2: this finding cites itself as evidence. Cite what was said in"
                + " an interview.");
  }

  @Test
  void marksOfEvidenceAreLookedAtOneByOne() {
    assertThat(
            new Illustration()
                .note("assumptions/slow.md", "An assumption.")
                .note(
                    "interviews/a.md",
                    """
                    ---
                    consent: public
                    participants: [P01, P02]
                    ---
                    > Said.
                    {: #q1 .evidence participant="P01"}

                    > Said by another.
                    {: #q2 .evidence participant="Somebody Else"}

                    > Said both ways.
                    {: #q3 .evidence supports="slow" contradicts="slow"}

                    > Said without a name.
                    {: .evidence}

                    > Said again.
                    {: #q1 .evidence}

                    {: #q9 .evidence}
                    """)
                .note("findings/f.md", "---\nsupports: [slow]\ncontradicts: [slow]\n---\n")
                .problems())
        .isEqualTo(
            """
            research/findings/f.md:3: this both supports and contradicts 'slow'. Say one of them, or mark two quotations.
            research/interviews/a.md:9: the participant of this evidence is not among the note's participants. Use a pseudonym from 'participants', or add it there.
            research/interviews/a.md:12: this both supports and contradicts 'slow'. Say one of them, or mark two quotations.
            research/interviews/a.md:15: this evidence has no id, so nothing can cite it. Give it one, as in {: #q1 .evidence}.
            research/interviews/a.md:18: '#q1' marks evidence above already, so this mark has no effect. Give it an id of its own.
            research/interviews/a.md:20: this mark of evidence stands at no block of text, so it has no effect. Put it directly under the quotation, without a blank line between.""");
  }

  @Test
  void aReferenceOfFifteenThousandSlashesIsOneThatIsNotThere() {
    String slashes = "/".repeat(15_000);

    assertThat(
            new Illustration()
                .note("recommendations/r.md", "---\nfindings: ['', " + slashes + "]\n---\n")
                .note("findings/f.md", "---\nsuperseded-by: " + slashes + "\n---\n")
                .check()
                .problems())
        .hasSize(3);
  }

  private static final String INTERVIEW = "---\nconsent: public\n---\n> Said.\n{: #q1 .evidence}\n";
}
