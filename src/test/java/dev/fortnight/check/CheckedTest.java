package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.note.NoteKind;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckedTest {

  @Test
  void onlyThisPackageCanMakeWhatTheSiteTakes() {
    for (Class<?> type : Checked.class.getPermittedSubclasses()) {
      assertIsMadeHereOnly(type);
      assertThat(Modifier.isFinal(type.getModifiers())).as(type.getSimpleName()).isTrue();
    }
    assertIsMadeHereOnly(CheckedResearch.class);
    assertIsMadeHereOnly(Checker.class);
    assertThat(Checked.class.getPermittedSubclasses()).hasSize(5);
  }

  private static void assertIsMadeHereOnly(Class<?> type) {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      int modifiers = constructor.getModifiers();
      assertThat(Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers))
          .as(constructor.toString())
          .isFalse();
    }
  }

  @Test
  void whatWasCheckedCannotBeAddedTo() {
    CheckedResearch research = research();

    assertThatThrownBy(() -> research.notes().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> research.evidence().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> research.files().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> research.topics().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theGraphLeadsBothWays() {
    CheckedResearch research = research();
    ResearchGraph graph = research.graph();
    CheckedNote finding = research.note("findings/f.md").orElseThrow();
    CheckedNote assumption = research.note("assumptions/a.md").orElseThrow();
    CheckedNote interview = research.note("interviews/open.md").orElseThrow();
    CheckedNote recommendation = research.note("recommendations/r.md").orElseThrow();
    CheckedTopic topic = research.topics().get(0);

    assertThat(graph.evidence(finding))
        .extracting(cited -> cited.evidence().content().reference() + " " + cited.stance())
        .containsExactly("interviews/open#q1 SUPPORTS", "interviews/quoted#q1 CONTRADICTS");
    assertThat(graph.withheld(finding)).isEqualTo(1);
    assertThat(research.withheld())
        .containsExactly(new CheckedResearch.Withheld("findings/f.md", "interviews/shut#q1"));
    assertThat(graph.assumptions(finding)).containsExactly(assumption);
    assertThat(graph.findingsOn(assumption)).containsExactly(finding);
    assertThat(graph.supporting(assumption))
        .extracting(e -> e.content().note())
        .containsExactly("interviews/open");
    assertThat(graph.contradicting(assumption))
        .extracting(e -> e.content().note())
        .containsExactly("interviews/quoted");
    assertThat(graph.assumptions(graph.supporting(assumption).get(0))).containsExactly(assumption);
    assertThat(graph.findingsQuoting(interview)).containsExactly(finding);
    assertThat(graph.findings(recommendation)).containsExactly(finding);
    assertThat(graph.recommendationsOn(finding)).containsExactly(recommendation);
    assertThat(graph.topics(finding)).containsExactly(topic);
    assertThat(graph.notesOn(topic, NoteKind.FINDING)).containsExactly(finding);
    assertThat(graph.notesOn(topic, NoteKind.PAGE)).isEmpty();
  }

  private static CheckedResearch research() {
    return new Illustration()
        .topic(12, "A topic", "Text.")
        .note("assumptions/a.md", "An assumption.")
        .note("interviews/open.md", interview("public", "supports"))
        .note("interviews/quoted.md", interview("findings-only", "contradicts"))
        .note("interviews/shut.md", interview("internal", "supports"))
        .note(
            "findings/f.md",
            """
            ---
            supports: a
            topics: [12, 12, 99]
            evidence: [interviews/open#q1, interviews/shut#q1, interviews/quoted#q1]
            ---
            """)
        .note("recommendations/r.md", "---\nfindings: [f]\n---\n")
        .research();
  }

  private static String interview(String consent, String verb) {
    return "---\nconsent: %s\n---\n> Said.\n{: #q1 .evidence %s=\"a\"}\n".formatted(consent, verb);
  }

  @Test
  void allThatIsPublishedOfAQuotedNoteIsItsEvidence() {
    CheckedResearch research = research();

    assertThat(research.note("interviews/quoted.md")).isEmpty();
    assertThat(research.evidence().keySet())
        .isEqualTo(java.util.Set.copyOf(List.of("interviews/open#q1", "interviews/quoted#q1")));
  }
}
