package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.edition.AccessAudit;
import dev.fortnight.edition.Decider;
import dev.fortnight.edition.Editions;
import dev.fortnight.edition.Review;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
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
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code review} in {@code programme.yml} asks of those who decide. */
@OnBothDatabases
class ReviewPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-13T14:30:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String WEEKNOTE = "weeknotes/2026-11-13-week-2.md";

  private static final Decider ADA = new Decider("1", "Ada Example", Set.of("ada"));
  private static final Decider BEN = new Decider("2", "Ben Example", Set.of("ben"));

  @Parameter TestDatabase kind;

  @TempDir Path data;

  private Database database;
  private SmallProgramme programme;

  @BeforeEach
  void open() throws IOException {
    database = kind.open(data.resolve("data"));
    programme = SmallProgramme.in(data.resolve("programme"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static String weeknote(String author) {
    return "---\ntitle: Week 2\n" + author + "\n---\nWe met a clerk.\n";
  }

  @Test
  void nobodyApprovesWhatTheyWrote() throws IOException {
    for (String author :
        List.of(
            "author: Ada Example",
            "author: '@ADA'",
            "authors: [Ben Example, ada  example]",
            "authors: Ben Example and Ada Example",
            "authors: [{name: Ada, github: ada}]")) {
      programme.write(WEEKNOTE, weeknote(author));
      Cycle cycle = programme.cycle(database, CLOCK);
      Review review = cycle.review();

      assertThat(cycle.clean(review, ADA)).as(author).isNotEmpty().doesNotContain(WEEKNOTE);
      assertThatThrownBy(() -> cycle.approve(review, Set.of(WEEKNOTE), ADA))
          .as(author)
          .isInstanceOf(ProblemException.class)
          .hasMessage("you wrote this, and in this programme somebody else has to approve it");
      assertThat(cycle.review().entry(WEEKNOTE).orElseThrow().isOpen()).isTrue();
    }
    Cycle cycle = programme.cycle(database, CLOCK);
    cycle.approve(cycle.review(), Set.of(WEEKNOTE), BEN);
    assertThat(cycle.review().entry(WEEKNOTE).orElseThrow().isOpen()).isFalse();
  }

  @Test
  void whoeverWroteSomethingMayHoldIt() throws IOException {
    programme.write(WEEKNOTE, weeknote("author: Ada Example"));
    Cycle cycle = programme.cycle(database, CLOCK);

    cycle.hold(cycle.review(), WEEKNOTE, ADA.name(), "Not ready.");

    assertThat(cycle.review().held()).hasSize(1);
  }

  @Test
  void whereTheProgrammeSaysSoOwnNotesCount() throws IOException {
    programme.review("own-notes: true");
    programme.write(WEEKNOTE, weeknote("author: Ada Example"));
    Cycle cycle = programme.cycle(database, CLOCK);

    assertThat(cycle.clean(cycle.review(), ADA)).contains(WEEKNOTE);
    cycle.approve(cycle.review(), Set.of(WEEKNOTE), ADA);
    assertThat(cycle.review().entry(WEEKNOTE).orElseThrow().isOpen()).isFalse();
  }

  @Test
  void anEditionThatTwoHaveToSignComesWithTheSecond() throws IOException {
    programme.review("undo: PT0S, approvals: 2, own-notes: true");
    Cycle cycle = decided();

    assertThat(cycle.endorse(cycle.review().decided(), ADA)).isEqualTo(1);
    assertThat(cycle.endorse(cycle.review().decided(), ADA)).as("the same person").isEqualTo(1);
    assertThat(cycle.endorse(cycle.review().decided(), new Decider("1", "Another name", Set.of())))
        .as("the same person by another name")
        .isEqualTo(1);
    assertThatThrownBy(() -> cycle.signOff(cycle.review().decided(), ADA.name()))
        .isInstanceOf(ProblemException.class)
        .hasMessage("fewer than 2 owners have signed this review as it is now");

    assertThat(cycle.endorse(cycle.review().decided(), BEN)).isZero();
    assertThat(cycle.signOff(cycle.review().decided(), BEN.name()).number()).isEqualTo(1);
    assertThat(editions().audit().fault()).isEmpty();
  }

  @Test
  void afterASignOffWasTakenBackEachOwnerIsAskedAgain() throws IOException {
    programme.review("undo: PT10M, approvals: 2, own-notes: true");
    Cycle cycle = decided();
    cycle.endorse(cycle.review().decided(), ADA);
    cycle.endorse(cycle.review().decided(), BEN);
    cycle.signOff(cycle.review().decided(), BEN.name());

    cycle.takeBack(1, ADA.name());

    assertThat(cycle.endorse(cycle.review().decided(), BEN)).isEqualTo(1);
    assertThatThrownBy(() -> cycle.signOff(cycle.review().decided(), BEN.name()))
        .isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"another text", "another decision"})
  void whatWasSignedCountsForThatOnly(String change) throws IOException {
    programme.review("undo: PT0S, approvals: 2, own-notes: true");
    Cycle first = decided();
    first.endorse(first.review().decided(), ADA);

    if (change.equals("another text")) {
      programme.write(SmallProgramme.FINDING, SmallProgramme.finding("Another title"));
      decided();
    } else {
      first.hold(first.review(), SmallProgramme.FINDING, ADA.name(), "Ask once more.");
    }

    Cycle cycle = programme.cycle(database, CLOCK);
    assertThat(cycle.endorse(cycle.review().decided(), BEN)).isEqualTo(1);
    assertThatThrownBy(() -> cycle.signOff(cycle.review().decided(), BEN.name()))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void failedSignInsAndChangedRolesAreInTheChain() throws IOException {
    Editions editions = editions();
    AccessAudit audit = new AccessAudit(database, programmeId());

    audit.signInFailed(1, "eve has no role here", NOW);
    audit.roleChanged(1, "Ben Example: none, now REVIEWER", NOW);

    assertThat(editions.audit().size()).isEqualTo(2);
    assertThat(editions.audit().fault()).isEmpty();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update audit_entry set sprint = 2 where action = ?", "ROLE_CHANGED"));
    assertThat(editions.audit().fault()).isPresent();
  }

  private Cycle decided() {
    Cycle cycle = programme.cycle(database, CLOCK);
    Set<String> open =
        cycle.review().open().stream().map(Review.Entry::key).collect(Collectors.toSet());
    cycle.approve(cycle.review(), open, ADA);
    return cycle;
  }

  private Editions editions() {
    return new Editions(database, ProgrammeReader.read(programme.folder()).programme());
  }

  private String programmeId() {
    return ProgrammeReader.read(programme.folder()).programme().id();
  }
}
