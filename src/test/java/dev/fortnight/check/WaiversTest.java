package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.privacy.Find;
import dev.fortnight.privacy.Waiver;
import dev.fortnight.privacy.WaiversReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A waiver lets one text in one note pass, until a day. */
class WaiversTest {

  private static final String NOTE = "weeknotes/2026-11-13-week-2.md";
  private static final String TEXT = "Write to sam@fernshire.example, they want it.\n";
  private static final String HELD =
      "research/weeknotes/2026-11-13-week-2.md:1: this is an e-mail address, so this note is not"
          + " published. Take it out. If its owner wants it to be seen, add it to 'allow' in"
          + " programme.yml.";
  private static final String ORPHANED =
      "research/waivers.yml:2: this waiver is for nothing that stands in its note, so it has no"
          + " effect. Remove it, or decide anew with 'fortnight new waiver' if the note has moved.";

  @Test
  void itsTextPassesInItsNote() {
    Illustration programme = programme(NOTE, TEXT, entry());

    assertThat(programme.problems()).isEmpty();
    assertThat(programme.research().note(NOTE)).isPresent();
  }

  @Test
  void itStillCountsHoweverItsTextIsWritten() {
    assertThat(programme(NOTE, TEXT.replace("sam@", "**sam**&#64;"), entry()).problems()).isEmpty();
  }

  @Test
  void inAnotherNoteItsTextIsAProblem() {
    String other = "weeknotes/2026-11-20-week-3.md";

    assertThat(programme(other, TEXT, entry()).problems())
        .isEqualTo(ORPHANED + "\n" + HELD.replace("2026-11-13-week-2", "2026-11-20-week-3"));
  }

  @Test
  void anotherTextInItsNoteIsAProblem() {
    assertThat(programme(NOTE, TEXT.replace("sam@", "jo@"), entry()).problems())
        .isEqualTo(ORPHANED + "\n" + HELD);
  }

  @Test
  void oneMoreTextBesideItsOwnIsAProblem() {
    Illustration programme = programme(NOTE, TEXT + "\nOr to jo@fernshire.example.\n", entry());

    assertThat(programme.problems()).isEqualTo(HELD.replace(":1:", ":3:"));
    assertThat(programme.research().note(NOTE)).isEmpty();
  }

  @Test
  void anotherKindIsAProblem() {
    assertThat(programme(NOTE, TEXT, entry().replace("email", "phone")).problems())
        .isEqualTo(ORPHANED + "\n" + HELD);
  }

  @Test
  void onItsLastDayItStillCounts() {
    assertThat(programme(NOTE, TEXT, entry()).now("2026-12-31T12:00:00Z").problems()).isEmpty();
  }

  @Test
  void onceItHasExpiredItsTextIsAProblemAgain() {
    assertThat(programme(NOTE, TEXT, entry()).now("2027-01-01T12:00:00Z").problems())
        .isEqualTo(
            "research/waivers.yml:2: this waiver has expired, so what it was for is a problem"
                + " again. Take the text out of the note, or decide anew with 'fortnight new"
                + " waiver'.\n"
                + HELD);
  }

  @Test
  void oneThatIsNotCleanHasNoEffect() {
    for (String unclean :
        new String[] {
          entry().replaceFirst("reason: [^,]*, ", ""),
          entry().replace("2026-12-31", "soon"),
          entry().replace("kind: email", "kind: letter"),
          entry().replaceFirst("salt: '[^']*'", "salt: 'x'"),
          entry().replace("note:", "notes:"),
        }) {
      WaiversReader.Result read = read(unclean);

      assertThat(read.problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.isError()).isTrue();
                assertThat(problem.location()).hasToString("research/waivers.yml:2");
              });
      assertThat(new Illustration().waivers(read.waivers()).note(NOTE, TEXT).problems())
          .isEqualTo(HELD);
    }
  }

  private static Illustration programme(String note, String text, String entry) {
    return new Illustration().waivers(read(entry).waivers()).note(note, text);
  }

  private static WaiversReader.Result read(String entry) {
    return WaiversReader.read(("waivers:\n  - " + entry + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** As the file has it, for the address in the text. */
  private static String entry() {
    Find find = new Illustration().snapshot().search().in(TEXT).get(0);
    Waiver waiver =
        Waiver.of(NOTE, find, "they asked", "owner", LocalDate.EPOCH, new SecureRandom());
    return "{note: %s, kind: email, salt: '%s', hash: '%s', reason: they asked, by: owner, until: '2026-12-31'}"
        .formatted(NOTE, waiver.salt(), waiver.hash());
  }
}
