package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fortnight.edition.Checklist;
import dev.fortnight.edition.Checklist.Kind;
import dev.fortnight.edition.Decider;
import dev.fortnight.edition.DraftEdition;
import dev.fortnight.edition.Review;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has to hold before an edition is signed off. */
class ChecklistTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-13T14:30:00Z"), ZoneOffset.UTC);
  private static final String NOTE = "pages/how.md";
  private static final String FAULTY =
      """
      ---
      title: How we work
      topics: [7]
      supports: [nothing-of-the-kind]
      ---
      ## How

      #### Deep

      ![](../media/none.png) and [here](nowhere.md), or [the secret](../interviews/secret.md).
      """;

  @TempDir Path data;

  private Database database;
  private SmallProgramme programme;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(data.resolve("data"));
    programme = SmallProgramme.in(data.resolve("programme"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatTheProgrammeHasHolds() {
    Cycle cycle = decided();

    assertThat(blocking(cycle.checklist(cycle.draft("Owner")))).isEmpty();
    assertThat(cycle.signOff(cycle.review().decided(), "Owner").number()).isEqualTo(1);
  }

  @Test
  void whatThereIsToSignIsMadeOnceForEachStateOfTheReview() {
    Cycle cycle = cycle();
    assertThat(cycle.prospect("Owner").draft()).isEmpty();
    assertThat(cycle.hasProspect()).isTrue();

    approve(cycle);
    assertThat(cycle.hasProspect()).isFalse();
    Prospect prospect = cycle.prospect("Owner");
    assertThat(prospect.draft().orElseThrow().site())
        .isSameAs(cycle.prospect("Owner").draft().orElseThrow().site());
    assertThat(cycle.hasProspect()).isTrue();

    Set<String> again = Set.of(cycle.review().entries().get(0).key());
    cycle.approve(cycle.review(), again, "Somebody else");
    assertThat(cycle.hasProspect()).isFalse();
    assertThat(cycle.prospect("Owner").review()).isNotEqualTo(prospect.review());
  }

  @Test
  void whatIsWrongWithSomethingNewBlocksByKind() throws IOException {
    faulty();
    Cycle cycle = decided();

    DraftEdition draft = cycle.draft("Owner");
    assertThat(blocking(cycle.checklist(draft)))
        .containsExactly(
            "LINKS pages/how.md: there is no such image, so only its description is shown",
            "LINKS pages/how.md: this leads to no page of the site, so only the words are shown",
            "REFERENCES pages/how.md: there is no assumption 'nothing-of-the-kind', so it is not"
                + " shown",
            "ACCESSIBILITY pages/how.md: this heading has level 4 where level 3 is the deepest that"
                + " can come next, so who moves by headings looks for one between",
            "ACCESSIBILITY pages/how.md: this image has no alternative text, so it says nothing to"
                + " who cannot see it",
            "ACCESSIBILITY pages/how.md: the words of this link do not say where it leads");
    assertThatThrownBy(() -> cycle.signOff(cycle.review().decided(), "Owner"))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "6 problems keep the edition from being signed off: 2 of links, 1 of references, 3 of"
                + " accessibility");
    assertThat(cycle.editionOfSprint()).isEmpty();
  }

  @Test
  void severalOwnersDoNotSignWhatBlocksEither() throws IOException {
    programme.review("undo: PT0S, approvals: 2");
    faulty();
    Cycle cycle = decided();

    assertThatThrownBy(() -> cycle.endorse(cycle.review().decided(), Decider.named("Owner")))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("6 problems keep the edition from being signed off");
  }

  @Test
  void whatIsHeldBlocksNothing() throws IOException {
    faulty();
    Cycle cycle = cycle();
    cycle.hold(cycle.review(), NOTE, "Owner", "Not yet.");
    approve(cycle);

    assertThat(blocking(cycle.checklist(cycle.draft("Owner")))).isEmpty();
    assertThat(cycle.signOff(cycle.review().decided(), "Owner").number()).isEqualTo(1);
  }

  @Test
  void aDoubtBlocksUntilSomebodyHasLookedAtIt() throws IOException {
    programme.write(NOTE, "---\ntitle: How\n---\nCall 0808 157 0123.\n");
    Cycle cycle = cycle();
    cycle.approve(
        cycle.review(),
        cycle.clean(cycle.review(), Decider.named("Owner")),
        Decider.named("Owner"));

    assertThat(cycle.review().open()).extracting(Review.Entry::key).containsExactly(NOTE);
    assertThat(blocking(cycle.checklist()))
        .containsExactly(
            "PERSONAL_DATA pages/how.md: this may be a telephone number, so this note is not"
                + " published until a reviewer has approved it as it is");

    cycle.approve(cycle.review(), Set.of(NOTE), "Owner");
    assertThat(blocking(cycle.checklist(cycle.draft("Owner")))).isEmpty();
  }

  @Test
  void whatIsLeftOutBlocksNothingAndIsCounted() throws IOException {
    programme.write("interviews/2026-11-12-nobody.md", "---\ntitle: No consent\n---\nText.\n");
    programme.write(NOTE, "---\ntitle: How\n---\nWrite to clerk@example.net.\n");
    Cycle cycle = decided();

    assertThat(cycle.checklist().lines())
        .extracting(Checklist.Line::kind, Checklist.Line::holds, Checklist.Line::leftOut)
        .containsExactly(
            tuple(Kind.CONSENT, true, 1),
            tuple(Kind.PERSONAL_DATA, true, 1),
            tuple(Kind.LINKS, true, 0),
            tuple(Kind.REFERENCES, true, 0),
            tuple(Kind.ACCESSIBILITY, true, 0));
    assertThat(cycle.signOff(cycle.review().decided(), "Owner").number()).isEqualTo(1);
  }

  private void faulty() throws IOException {
    programme.write(NOTE, FAULTY);
    programme.write("interviews/secret.md", "---\nconsent: internal\n---\nText.\n");
  }

  private Cycle cycle() {
    return programme.cycle(database, CLOCK);
  }

  private Cycle decided() {
    Cycle cycle = cycle();
    approve(cycle);
    return cycle;
  }

  private static void approve(Cycle cycle) {
    Set<String> open =
        cycle.review().open().stream().map(Review.Entry::key).collect(Collectors.toSet());
    cycle.approve(cycle.review(), open, "Owner");
  }

  private static List<String> blocking(Checklist checklist) {
    return checklist.lines().stream()
        .flatMap(
            line ->
                line.blocking().stream()
                    .map(
                        point ->
                            line.kind()
                                + " "
                                + point.item().orElse("")
                                + ": "
                                + point.problem().what()))
        .toList();
  }
}
