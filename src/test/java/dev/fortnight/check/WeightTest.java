package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightTest {

  @ParameterizedTest(name = "{0} people, {1} methods, {2} against: {3}, {4}, {5}")
  @CsvSource({
    "0, 0, 0, 0, no evidence yet, Not tested yet",
    "0, 0, 1, 0, no evidence yet, Contradicted so far",
    "1, 1, 0, 1, weak, We lean towards it",
    "1, 1, 1, 1, weak, The evidence is mixed",
    "1, 1, 2, 1, weak, Contradicted so far",
    "2, 1, 0, 2, weak, We lean towards it",
    "2, 2, 1, 1, weak, We lean towards it",
    "2, 1, 2, 1, weak, The evidence is mixed",
    "2, 1, 3, 1, weak, The evidence is mixed",
    "2, 1, 4, 1, weak, Contradicted so far",
    "3, 1, 0, 3, some, We lean towards it",
    "4, 1, 0, 3, some, We lean towards it",
    "4, 2, 0, 4, strong, Supported so far",
    "4, 2, 1, 3, some, We lean towards it",
    "9, 1, 0, 3, some, We lean towards it",
    "9, 3, 0, 5, strong, Supported so far",
    "9, 3, 4, 4, strong, We lean towards it",
    "9, 3, 5, 4, strong, The evidence is mixed",
    "9, 3, 9, 3, some, The evidence is mixed",
  })
  void voicesAndMethodsGiveMarksAndState(
      int people, int methods, int against, int marks, String label, String state) {
    Weight weight = new Weight(people, methods, against);

    assertThat(weight.marks()).isEqualTo(marks);
    assertThat(weight.label()).isEqualTo(label);
    assertThat(AssumptionState.of(weight).words()).isEqualTo(state);
  }

  @Test
  void onePersonHeardTwiceIsOneVoiceAndASessionWithoutNamesIsOneToo() {
    CheckedResearch research =
        new Illustration()
            .note("assumptions/a.md", "An assumption.")
            .note("interviews/1.md", interview("interview", "[P01]", "supports"))
            .note("interviews/2.md", interview("shadowing", "[P01]", "supports"))
            .note("interviews/3.md", interview("workshop", "[P02, P03]", "supports"))
            .note("interviews/4.md", interview("interview", "[P04]", "contradicts"))
            .note(
                "interviews/5.md",
                interview("interview", "[P05]", "supports").replace("public", "internal"))
            .research();
    ResearchGraph graph = research.graph();
    CheckedNote assumption = research.note("assumptions/a.md").orElseThrow();

    assertThat(Weight.of(graph.supporting(assumption), graph.contradicting(assumption)))
        .isEqualTo(new Weight(2, 3, 1));
  }

  private static String interview(String method, String participants, String verb) {
    return """
        ---
        consent: public
        method: %s
        participants: %s
        ---
        > One.
        {: #q1 .evidence %s="a"}

        > Two.
        {: #q2 .evidence %s="a"}
        """
        .formatted(method, participants, verb, verb);
  }
}
