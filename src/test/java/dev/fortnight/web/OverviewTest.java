package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.cycle.RefreshState;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.cycle.Standing;
import dev.fortnight.privacy.Find;
import dev.fortnight.privacy.Participant;
import dev.fortnight.privacy.PersonalDataSearch;
import dev.fortnight.privacy.Register;
import dev.fortnight.privacy.Waiver;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import dev.fortnight.topic.Removal;
import dev.fortnight.topic.github.Tombstone;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-13T14:30:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private SmallProgramme programme;
  private Database database;

  @BeforeEach
  void open() throws IOException {
    programme = SmallProgramme.in(folder.resolve("programme"));
    database = TestDatabase.H2.open(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aFileNamedAfterSomebodyIsToldByItsFolder() throws IOException {
    programme.write(
        "weeknotes/2026-11-11-jane-zanzibaricanary.md",
        "---\ntitle: A call\n---\nSee [it](people/x.md).\n");

    Overview.ReviewPart review = review();

    assertThat(review.errors())
        .extracting(Overview.Notice::where)
        .containsExactly("research/weeknotes/(a file whose name is personal)");
    assertThat(review.warnings())
        .extracting(Overview.Notice::where)
        .containsExactly("research/weeknotes/(a file whose name is personal):4:5");
    assertThat(review.toString().toLowerCase()).doesNotContain("zanzibaricanary");
  }

  @Test
  void whatAnotherCheckQuotesOfALineThatNamesSomebodyIsNotShown() throws IOException {
    programme.write(
        "findings/calls.md", "---\ntitle: Calls\njane_zanzibaricanary: yes\n---\nText.\n");

    assertThat(review().toString().toLowerCase()).doesNotContain("zanzibaricanary");
  }

  @Test
  void aWaiverSaysWhatWhereUntilWhenWhyAndByWhom() throws IOException {
    programme.write("pages/desk.md", "---\ntitle: Desk\n---\nAsk sam@fernshire.example.\n");
    programme.write(
        "waivers.yml", waiver(programme.folder(), "pages/desk.md", "sam@fernshire.example"));

    assertThat(review().waivers())
        .containsExactly(
            new Overview.Waived(
                "research/pages/desk.md",
                "An e-mail address may be seen until 31 December 2026.",
                "The mailbox of the <whole> service.",
                "By Ada Lovelock"));
  }

  /** The file that waives a text in a note. */
  static String waiver(Path folder, String note, String text) {
    Programme programme = ProgrammeReader.read(folder).programme();
    Find find = PersonalDataSearch.of(programme, Register.EMPTY).in(text).get(0);
    Waiver waiver = Waiver.of(note, find, "", "", LocalDate.of(2026, 12, 31), new SecureRandom());
    return """
        waivers:
          - {note: '%s', kind: email, salt: '%s', hash: '%s', until: 2026-12-31,
             reason: The mailbox of the <whole> service., by: Ada Lovelock}
        """
        .formatted(note, waiver.salt(), waiver.hash());
  }

  @Test
  void anEditionThatWaitsIsToldWithTheTimeThatIsLeft() throws IOException {
    programme.waitBeforePublishing();
    programme.signOff(database, CLOCK);
    Instant later = CLOCK.instant().plusSeconds(61);

    assertThat(overview(Register.EMPTY, later).undo())
        .contains(
            new UndoPart(
                1,
                "Owner signed it off. It is published on 13 November 2026 at 14:40; until then it"
                    + " can be taken back.",
                "8 minutes 59 seconds",
                539));
    assertThat(overview(Register.EMPTY, later.plus(Duration.ofHours(1))).undo())
        .map(UndoPart::left)
        .contains("a moment");
  }

  @Test
  void topicsThatWentInTheSprintOrSinceAreNamed() {
    List<Tombstone> gone =
        List.of(
            gone(12, Removal.DELETED, "2026-11-13T09:00:00Z"),
            gone(7, Removal.TRANSFERRED, "2026-11-02T00:00:00Z"),
            gone(3, Removal.DELETED, "2026-11-01T23:59:59Z"));

    assertThat(review(gone).gone())
        .containsExactly(
            "Topic 12 was removed on 13 November 2026: it was deleted on GitHub.",
            "Topic 7 was removed on 2 November 2026: it was transferred to another repository.");
  }

  private static Tombstone gone(int number, Removal reason, String at) {
    return new Tombstone("council/shared", number, reason, Instant.parse(at), Optional.empty());
  }

  private Overview.ReviewPart review() {
    return review(List.of());
  }

  private Overview.ReviewPart review(List<Tombstone> gone) {
    Register register =
        new Register(
            List.of(
                new Participant(
                    "P07",
                    "Jane Zanzibaricanary",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of())));
    return overview(register, CLOCK.instant(), gone).review().orElseThrow();
  }

  private Overview overview(Register register, Instant now) {
    return overview(register, now, List.of());
  }

  private Overview overview(Register register, Instant now, List<Tombstone> gone) {
    Cycle cycle = programme.cycle(database, CLOCK, register);
    Standing standing =
        new Standing(
            cycle.newest().programme(),
            cycle.review(),
            false,
            cycle.undoWindow(),
            cycle.sprint(),
            cycle.problems(),
            Optional.empty(),
            3,
            0,
            Optional.empty(),
            CLOCK.instant());
    return Overview.of(new RefreshState(Optional.of(standing), List.of(), List.of()), now, gone);
  }
}
