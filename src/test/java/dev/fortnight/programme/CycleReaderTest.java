package dev.fortnight.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holidays, changed sprints and the address of calls. */
class CycleReaderTest {

  @TempDir Path folder;

  private ProgrammeReader.Result read(String text) throws Exception {
    return ProgrammeText.read(folder, text);
  }

  @Test
  void sprintsAreSkippedAndLengthenedByDecision() throws Exception {
    ProgrammeReader.Result result =
        read(
            """
            title: Parking
            cycle:
              first: 2026-11-02
              changes:
                - {sprint: 9, skipped: true, why: The council elects.}
                - {sprint: 4, length: P21D, why: Nobody is here between the years.}
            """);

    assertThat(ProgrammeText.problems(result)).isEmpty();
    assertThat(result.programme().cycle().changes())
        .containsExactly(
            new SprintChange.Lasting(4, Period.ofDays(21), "Nobody is here between the years."),
            new SprintChange.Skipped(9, "The council elects."));
  }

  @Test
  void aChangeThatIsNotClearHasNoEffectAndSaysWhere() throws Exception {
    ProgrammeReader.Result result =
        read(
            """
            title: Parking
            cycle:
              changes:
                - {sprint: 3, length: P21D, why: This one is right.}
                - {sprint: 4, length: P21D}
                - {sprint: 5, skipped: true, length: P21D, why: Both.}
                - {sprint: 6, why: Neither.}
                - sprint: 7
                  skippd: true
                  why: A slip.
                - {sprint: zero, skipped: true, why: No number.}
                - {sprint: 3, skipped: true, why: Again.}
                - {sprint: 8, length: P1M, why: A month.}
            """);

    assertThat(ProgrammeText.problems(result))
        .isEqualTo(
            """
            research/programme.yml:5: a change needs the number of its 'sprint', 'why', and either 'length' or 'skipped: true', so this one has no effect. Correct it, or leave it out.
            research/programme.yml:6: a change needs the number of its 'sprint', 'why', and either 'length' or 'skipped: true', so this one has no effect. Correct it, or leave it out.
            research/programme.yml:7: a change needs the number of its 'sprint', 'why', and either 'length' or 'skipped: true', so this one has no effect. Correct it, or leave it out.
            research/programme.yml:9: 'cycle.changes.skippd' is not a key that Fortnight knows, so it has no effect. Did you mean 'skipped'?
            research/programme.yml:8: a change needs the number of its 'sprint', 'why', and either 'length' or 'skipped: true', so this one has no effect. Correct it, or leave it out.
            research/programme.yml:11: 'cycle.changes.sprint' must be the number of a sprint, so the safe default is used. Correct it, or leave it out.
            research/programme.yml:11: a change needs the number of its 'sprint', 'why', and either 'length' or 'skipped: true', so this one has no effect. Correct it, or leave it out.
            research/programme.yml:12: sprint 3 is changed twice, so this one has no effect. Correct it, or leave it out.
            research/programme.yml:13: 'cycle.changes.length' must be a number of days such as P21D, so the safe default is used. Correct it, or leave it out.
            research/programme.yml:13: a change needs the number of its 'sprint', 'why', and either 'length' or 'skipped: true', so this one has no effect. Correct it, or leave it out.
            """);
    assertThat(result.programme().cycle().changes())
        .containsExactly(new SprintChange.Lasting(3, Period.ofDays(21), "This one is right."));
  }

  @Test
  void holidaysAreThoseOfAPartOfTheUnitedKingdom() throws Exception {
    assertThat(read("title: a\ncycle: {holidays: gb-nir}\n").programme().cycle().holidays())
        .contains(HolidayCalendar.NORTHERN_IRELAND);

    ProgrammeReader.Result wrong = read("title: a\ncycle: {holidays: gb}\n");
    assertThat(ProgrammeText.problems(wrong))
        .isEqualTo(
            "research/programme.yml:2: 'cycle.holidays' must be one of gb-eng, gb-wls, gb-sct,"
                + " gb-nir, so the safe default is used. Correct it, or leave it out.\n");
    assertThat(wrong.programme().cycle().holidays()).isEmpty();
  }

  @Test
  void aDayOfALengthenedSprintCanBeCancelledAndOneOfASkippedSprintCannot() throws Exception {
    String cycle =
        """
        title: a
        cycle:
          first: 2026-11-02
          review: FRI 14:00
          changes: [{sprint: 2, length: P21D, why: x}, {sprint: 3, skipped: true, why: y}]
          cancelled: [%s]
        """;

    assertThat(read(cycle.formatted("2026-12-04")).problems()).isEmpty();
    assertThat(read(cycle.formatted("2026-11-27")).problems()).hasSize(1);
    assertThat(read(cycle.formatted("2026-12-18")).problems()).hasSize(1);
    assertThat(read(cycle.formatted("2027-01-01")).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://whereby.com/open-research",
        "https://us02web.zoom.us/j/82345678901?pwd=QUJDREVG",
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d"
      })
  void aCallIsJoinedAtAnAddressThatAnybodyCanOpen(String address) throws Exception {
    ProgrammeReader.Result result = read("title: a\ncycle: {join: \"" + address + "\"}\n");

    assertThat(result.problems()).isEmpty();
    assertThat(result.programme().cycle().join()).contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://whereby.com/open-research",
        "javascript:alert(1)",
        "mailto:somebody@example.org",
        "https://somebody:secret@example.org/",
        "https://somebody@example.org/",
        "https://localhost/call",
        "https://intranet/call",
        "https://calls.internal/1",
        "https://192.168.0.1/call",
        "https://[::1]/call",
        "https://2130706433/",
        "https://127.1/",
        "https://example.org/call ghp_0123456789abcdefIllustrative",
        "https://example.org/ghp_0123456789abcdefIllustrative",
        "/call",
        "call"
      })
  void whatNotEverybodyCanOpenIsRefusedAndNotRepeated(String address) throws Exception {
    ProgrammeReader.Result result = read("title: a\ncycle: {join: \"" + address + "\"}\n");

    assertThat(ProgrammeText.problems(result))
        .isEqualTo(
            "research/programme.yml:2: 'cycle.join' must be an https address that anybody can open,"
                + " so the safe default is used. Correct it, or leave it out.\n");
    assertThat(result.programme().cycle().join()).isEmpty();
  }
}
