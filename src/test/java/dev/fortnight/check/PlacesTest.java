package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A problem points at the word that it is about. */
class PlacesTest {

  @Test
  void inFrontMatter() {
    assertThat(
            pointed(
                "findings/f.md",
                """
                ---
                title: "Crème 🍮"
                date: 13/11/2026
                slug: a b
                topics: [12, "#13", 14]
                supports: no-such  # é
                evidence:
                  - interviews/a#q1
                  - "interviews/a#q2"
                confidence: medum
                superseded-by: nobody
                meta: {"é": 1, findings: []}
                draft: perhaps
                recording:
                ---
                """))
        .containsExactly(
            "3 date 13/11/2026",
            "5 topic \"#13\"",
            "5 reference 14",
            "6 reference no-such",
            "8 reference interviews/a#q1",
            "9 reference \"interviews/a#q2\"",
            "10 confidence medum",
            "11 superseded nobody",
            "12 key findings",
            "13 consent perhaps");
  }

  @Test
  void inConsent() {
    assertThat(pointed("interviews/a.md", "---\nconsent: 'yes' # é\n---\n"))
        .containsExactly("2 consent 'yes'");
    assertThat(pointed("interviews/a.md", "---\nconsent:\n---\n"))
        .containsExactly("2 consent consent");
    assertThat(pointed("interviews/a.md", "---\n{Consent: public}\n---\n"))
        .containsExactly("2 consent Consent");
    assertThat(pointed("interviews/a.md", "---\nconsent: public\nconsent_expires: soon\n---\n"))
        .containsExactly("3 consent soon");
  }

  @Test
  void inTheText() {
    assertThat(
            pointed(
                "interviews/a.md",
                """
                ---
                consent: public
                participants: [P01]
                ---
                é 🍮 [gone](../pages/none.md) and ![](../media/none.png)

                #### Deep

                > Said.
                {: #q1 .evidence participant="P09"
                {: supports="no-such"}

                👩🏽 {{ page.title }} <script>
                """))
        .containsExactly(
            "5 link [gone](../pages/none.md)",
            "5 image-text ![](../media/none.png)",
            "5 link ![](../media/none.png)",
            "7 heading-level #### Deep",
            "10 evidence-mark P09",
            "11 reference no-such",
            "13 liquid {{ page.title }}",
            "13 html <script>");
  }

  @Test
  void inAMarkOfEvidence() {
    assertThat(
            pointed(
                "interviews/a.md",
                """
                ---
                consent: public
                participants: [P01]
                ---
                > Said.
                {: #q1 .evidence title="é 🍮" participant="P09"}
                {: supports="slow no-such"}

                > Said again.
                {: #q1 .evidence}
                """))
        .containsExactly("6 evidence-mark P09", "7 reference no-such", "10 evidence-mark #q1");
  }

  /** Each problem's line, check and the part of its line that it points at. */
  private static List<String> pointed(String path, String text) {
    List<String> lines = text.lines().toList();
    return new Illustration()
            .topic(12, "A topic", "")
            .note("assumptions/slow.md", "An assumption.")
            .note(path, text)
            .check()
            .problems()
            .stream()
            .map(problem -> pointed(problem, lines.get(problem.location().line() - 1)))
            .toList();
  }

  private static String pointed(Problem problem, String line) {
    SourceLocation.Columns part = problem.location().columns().orElseThrow();
    return problem.location().line()
        + " "
        + problem.check()
        + " "
        + line.substring(
            line.offsetByCodePoints(0, part.first() - 1),
            line.offsetByCodePoints(0, part.end() - 1));
  }
}
