package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.edition.ItemState;
import dev.fortnight.edition.Review;
import dev.fortnight.edition.UndoWindow;
import dev.fortnight.note.NotesRepository;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.publish.PublishedBranch;
import dev.fortnight.site.Tree;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshTest {

  @TempDir Path temp;

  private final SetClock clock = new SetClock("2026-11-13T14:30:00Z");
  private final List<RefreshState> refreshed = new ArrayList<>();
  private SmallProgramme programme;
  private Database database;
  private Refresh refresh;

  @BeforeEach
  void open() throws Exception {
    programme = SmallProgramme.in(temp.resolve("programme"));
    database = TestDatabase.H2.open(temp.resolve("data"));
    refresh = refresh();
  }

  @AfterEach
  void close() throws Exception {
    refresh.close();
    database.close();
  }

  private Refresh refresh() {
    Places places = Places.of(programme.folder(), temp.resolve("data"), Optional.empty());
    return new Refresh(
        places, Register.EMPTY, database, clock, clock, (state, took) -> refreshed.add(state));
  }

  @Test
  void folderIsCollectedAndItsWorkingSitePublished() {
    refresh.now();

    Standing standing = standing();
    assertThat(standing.programme().title()).isEqualTo("Shared software");
    assertThat(standing.review().sprint().number()).isEqualTo(1);
    assertThat(standing.next().number()).isEqualTo(2);
    assertThat(standing.notes()).isEqualTo(2);
    assertThat(standing.revision()).isEmpty();
    assertThat(standing.edition()).isEmpty();
    assertThat(refresh.state().failures()).isEmpty();
    assertThat(refresh.site()).contains(new PublishedSite.Folder(temp.resolve("data/site")));
    assertThat(site("working/findings/phones-matter/index.html")).exists();
    assertThat(site("working/interviews/clerk/index.html")).doesNotExist();
  }

  @Test
  void problemsOfNotesAreShownByPlace() throws Exception {
    programme.write("interviews/2026-11-11-nobody.md", "---\ntitle: No consent\n---\nText.\n");

    refresh.now();

    assertThat(standing().problems())
        .filteredOn(Problem::isError)
        .extracting(problem -> problem.location().file())
        .containsExactly("research/interviews/2026-11-11-nobody.md");
  }

  @Test
  void brokenProgrammeIsToldAndTheLastStandingStays() throws Exception {
    refresh.now();
    programme.write("programme.yml", "title: [");

    refresh.now();

    assertThat(refresh.state().standing()).isPresent();
    assertThat(refresh.state().failures()).hasSize(1);
    Failure failure = refresh.state().failures().get(0);
    assertThat(failure.step()).isEqualTo(Step.COLLECT);
    assertThat(failure.what()).isNotBlank();
    assertThat(failure.remedy()).endsWith(".");

    programme.describe("");
    refresh.now();
    assertThat(refresh.state().failures()).isEmpty();
  }

  @Test
  void publicationThatFailsKeepsNothingElseFromBeingDone() throws Exception {
    programme.describe("publish: {git: \"" + temp.resolve("nowhere.git") + "\"}\n");
    programme.signOff(database, clock);

    refresh.now();

    assertThat(refresh.state().failures())
        .extracting(Failure::step)
        .containsExactly(Step.WORKING_SITE, Step.EDITION);
    assertThat(standing().notes()).isEqualTo(2);
    assertThat(temp.resolve("data/announcements.jsonl")).doesNotExist();

    programme.describe("");
    refresh.now();
    assertThat(refresh.state().failures()).isEmpty();
    assertThat(site("editions/1/index.html")).exists();
  }

  @Test
  void signedEditionWaitsAsLongAsItCanBeTakenBack() throws Exception {
    programme.waitBeforePublishing();
    programme.signOff(database, clock);
    refresh.now();
    assertThat(standing().undoWindow()).map(UndoWindow::number).contains(1);
    assertThat(standing().edition()).isEmpty();

    clock.pass(Duration.ofMinutes(10).minusSeconds(1));
    refresh.now();
    assertThat(site("editions/1/index.html")).doesNotExist();
    assertThat(site("working/index.html")).content().doesNotContain("editions/1/");
    assertThat(temp.resolve("data/announcements.jsonl")).doesNotExist();

    clock.pass(Duration.ofSeconds(1));
    refresh.ifDue();
    assertThat(standing().undoWindow()).isEmpty();
    assertThat(standing().edition()).map(Tree.Edition::number).contains(1);
    assertThat(site("editions/1/index.html")).exists();
    assertThat(announcements()).hasSize(1);
  }

  @Test
  void whatIsTakenBackIsNeverPublished() throws Exception {
    programme.waitBeforePublishing();
    programme.signOff(database, clock);
    refresh.now();

    refresh.with(
        cycle -> {
          cycle.takeBack(1, "Owner");
          return "";
        });
    assertThat(standing().undoWindow()).isEmpty();
    assertThat(standing().isSignedOff()).isFalse();

    clock.pass(Duration.ofMinutes(10));
    refresh.ifDue();
    assertThat(site("editions/1/index.html")).doesNotExist();
    assertThat(site("versions.json")).content().doesNotContain("editions/1");
  }

  @Test
  void signedEditionIsPublishedAndAnnouncedOnce() throws Exception {
    refresh.now();
    programme.signOff(database, clock);

    refresh.now();

    assertThat(standing().edition()).map(Tree.Edition::number).contains(1);
    assertThat(site("editions/1/index.html")).exists();
    assertThat(announcements()).hasSize(1);

    clock.pass(Duration.ofHours(1));
    refresh.now();
    refresh.close();
    refresh = refresh();
    refresh.now();
    assertThat(refresh.state().failures()).isEmpty();
    assertThat(announcements()).hasSize(1);
  }

  @Test
  void workingSiteIsPublishedNoMoreOftenThanTheProgrammeSays() throws Exception {
    programme.describe("publish: {every: PT2M}\n");
    refresh.now();
    programme.write(SmallProgramme.FINDING, SmallProgramme.finding("A new title"));

    refresh.now();
    refresh.ifDue();
    assertThat(finding()).doesNotContain("A new title");

    clock.pass(Duration.ofMinutes(2));
    refresh.ifDue();
    assertThat(finding()).contains("A new title");
    assertThat(refreshed).hasSize(3);
  }

  @Test
  void refreshIsDueAfterFiveMinutes() {
    refresh.ifDue();
    refresh.ifDue();
    clock.pass(Duration.ofSeconds(299));
    refresh.ifDue();
    assertThat(refreshed).hasSize(1);

    clock.pass(Duration.ofSeconds(1));
    refresh.ifDue();
    assertThat(refreshed).hasSize(2);
  }

  @Test
  void clockThatWasSetBackDoesNotStopRefreshes() {
    refresh.ifDue();
    clock.pass(Duration.ofHours(-2));

    refresh.ifDue();

    assertThat(refreshed).hasSize(2);
  }

  @Test
  void lookReadsAFolderAgainAfterTenSecondsAndPublishesNothing() throws Exception {
    refresh.now();
    programme.write("findings/second.md", SmallProgramme.finding("Second"));

    clock.pass(Duration.ofSeconds(9));
    assertThat(refresh.look().standing().orElseThrow().notes()).isEqualTo(2);

    clock.pass(Duration.ofHours(1));
    assertThat(refresh.look().standing().orElseThrow().notes()).isEqualTo(3);
    assertThat(site("working/findings/second/index.html")).doesNotExist();

    refresh.ifDue();
    assertThat(site("working/findings/second/index.html")).exists();
  }

  @Test
  void looksDoNotPutARefreshOff() {
    refresh.now();
    for (int minute = 0; minute < 5; minute++) {
      clock.pass(Duration.ofMinutes(1));
      refresh.look();
    }

    refresh.ifDue();

    assertThat(refreshed).hasSize(2);
  }

  @Test
  void requestsDuringARefreshAreDoneOnceMoreAfterIt() {
    List<Integer> runs = new ArrayList<>();
    Refresh[] itself = new Refresh[1];
    itself[0] =
        new Refresh(
            Places.of(programme.folder(), temp.resolve("data"), Optional.empty()),
            Register.EMPTY,
            database,
            clock,
            clock,
            (state, took) -> {
              runs.add(runs.size());
              if (runs.size() == 1) {
                itself[0].now();
                itself[0].now();
                itself[0].now();
              }
            });

    itself[0].now();

    assertThat(runs).containsExactly(0, 1);
  }

  @Test
  void decisionsDoNotWaitForStepsAndAreNotForgottenByThem() throws Exception {
    List<String> held = new ArrayList<>();
    Places places = Places.of(programme.folder(), temp.resolve("data"), Optional.empty());
    Refresh[] busy = new Refresh[1];
    busy[0] =
        new Refresh(
            places,
            Register.EMPTY,
            database,
            clock,
            clock,
            new RefreshListener() {
              @Override
              public void refreshed(RefreshState state, Duration took) {}

              @Override
              public void stepped(StepRecord record, Duration took) {
                if (record.step() == Step.CHECK || record.step() == Step.WORKING_SITE) {
                  held.add(decideElsewhere(busy[0], record.step().word()));
                }
              }
            });

    busy[0].now();

    assertThat(held).containsExactly("check", "working-site");
    assertThat(reason(busy[0])).contains("working-site");
    busy[0].close();
  }

  /** On a thread of its own, as the server does. */
  private static String decideElsewhere(Refresh refresh, String reason) {
    return CompletableFuture.supplyAsync(
            () ->
                refresh.with(
                    cycle -> {
                      cycle.hold(cycle.review(), SmallProgramme.FINDING, "Owner", reason);
                      return reason;
                    }))
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  private static Optional<String> reason(Refresh refresh) {
    return refresh.state().standing().orElseThrow().review().held().stream()
        .map(entry -> ((ItemState.Held) entry.state()).decision())
        .flatMap(decision -> decision.reason().stream())
        .findFirst();
  }

  @Test
  void closedRefreshDoesNothing() throws Exception {
    refresh.close();

    refresh.now();

    assertThat(refreshed).isEmpty();
    assertThat(temp.resolve("data/site")).doesNotExist();
  }

  @Test
  void notesOfARepositoryAreShownWithTheirCommit() throws Exception {
    try (NotesRepository notes = new NotesRepository(temp.resolve("notes"))) {
      String first = notes.commit("research/findings/a.md", SmallProgramme.finding("A"));
      programme.describe("notes: {git: \"" + notes.folder() + "\", branch: main}\n");
      refresh.now();
      assertThat(standing().revision()).contains(first);
      assertThat(standing().notes()).isEqualTo(1);

      String second = notes.commit("research/findings/b.md", SmallProgramme.finding("B"));
      clock.pass(Duration.ofMinutes(1));
      assertThat(refresh.look().standing().orElseThrow().revision()).contains(first);

      refresh.now();
      assertThat(standing().revision()).contains(second);
      assertThat(standing().notes()).isEqualTo(2);
    }
  }

  @Test
  void rewrittenHistoryIsToldUntilTheNotesMoveOn() throws Exception {
    try (NotesRepository notes = new NotesRepository(temp.resolve("notes"))) {
      programme.describe("notes: {git: \"" + notes.folder() + "\", branch: main}\n");
      String first = notes.commit("research/findings/a.md", SmallProgramme.finding("A"));
      notes.commit("research/findings/b.md", SmallProgramme.finding("B"));
      refresh.now();
      notes.rewindTo(first);

      refresh.now();
      assertThat(warnings()).singleElement().asString().contains("history was rewritten");
      refresh.now();
      assertThat(warnings()).singleElement().asString().contains("history was rewritten");

      notes.commit("research/findings/c.md", SmallProgramme.finding("C"));
      refresh.now();
      assertThat(warnings()).isEmpty();
    }
  }

  @Test
  void siteGoesToTheRepositoryThatTheProgrammeNames() throws Exception {
    Path repository = temp.resolve("site.git");
    PublishedBranch.create(repository);
    programme.describe("publish: {git: \"" + repository + "\", branch: pages}\n");

    refresh.now();

    Path copy = temp.resolve("out");
    PublishedBranch.writeOut(repository, "pages", copy);
    assertThat(copy.resolve("working/findings/phones-matter/index.html")).exists();
    assertThat(refresh.site())
        .contains(
            new PublishedSite.Branch(temp.resolve("data/publish.git"), "refs/fortnight/pages"));
  }

  @Test
  void heldItemIsShownWithItsReason() {
    Cycle cycle = programme.cycle(database, clock);
    cycle.hold(cycle.review(), SmallProgramme.FINDING, "Owner", "One voice only.");

    refresh.now();

    assertThat(standing().review().changed())
        .filteredOn(entry -> entry.item().key().equals(SmallProgramme.FINDING))
        .extracting(Review.Entry::state)
        .singleElement()
        .isInstanceOfSatisfying(
            ItemState.Held.class,
            held -> assertThat(held.decision().reason()).contains("One voice only."));
  }

  private Standing standing() {
    return refresh.state().standing().orElseThrow();
  }

  private List<String> warnings() {
    return standing().problems().stream()
        .filter(problem -> problem.check().equals("notes"))
        .map(Problem::toString)
        .toList();
  }

  private Path site(String path) {
    return temp.resolve("data/site").resolve(path);
  }

  private String finding() throws Exception {
    return Files.readString(site("working/findings/phones-matter/index.html"));
  }

  private List<String> announcements() throws Exception {
    return Files.readAllLines(temp.resolve("data/announcements.jsonl"));
  }
}
