package dev.fortnight.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeReaderTest {

  @TempDir Path folder;

  @Test
  void theWholeExampleReadsWithoutAProblem() throws Exception {
    ProgrammeReader.Result result =
        read(
            """
            title: Open source in local government
            summary: What stops councils from sharing software?
            language: en-GB
            cycle: {first: 2026-11-02, length: P14D, zone: Europe/London, review: FRI 14:00, open-call: WED 16:00, holidays: gb-eng, deadline: PT48H}
            notes: {git: "https://github.com/owner/research-notes.git", branch: main, public: false}
            backlog:
              github: {repositories: [owner/name], label: research, api: "https://api.github.com"}
            site: {url: "https://owner.github.io/name/", colour: "#1D70B8", logo: media/logo.svg, contact: team@example.org, licence: OGL-UK-3.0}
            publish: {git: "https://github.com/owner/name.git", branch: gh-pages, every: PT10M, keep: 26, working: [topics, assumptions, weeknotes, findings, recommendations, pages, data]}
            announce: {slack: {channel: C0123456789, api: "https://slack.com/api/"}}
            review: {owners: [their-login], deputies: [{login: ben, from: 2026-12-24, to: 2026-12-31}], approvals: 1, own-notes: true, undo: PT10M, remind: [P2D, PT4H], escalate: [{after: PT4H, to: deputies}], channel: C0987654321}
            allow: {emails: [team@example.org], phones: [], names: [], organisations: [], handles: [], postcodes: [], addresses: [], domains: []}
            """);

    assertThat(result.problems()).isEmpty();
    assertThat(result.programme())
        .isEqualTo(
            new Programme(
                "open-source-in-local-government",
                "Open source in local government",
                "What stops councils from sharing software?",
                Locale.UK,
                new Programme.Cycle(
                    LocalDate.of(2026, 11, 2),
                    Period.ofDays(14),
                    ZoneId.of("Europe/London"),
                    new Programme.Meeting(DayOfWeek.FRIDAY, LocalTime.of(14, 0)),
                    Optional.of(new Programme.Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(16, 0))),
                    Optional.of(HolidayCalendar.ENGLAND),
                    Duration.ofHours(48),
                    List.of(),
                    java.util.Collections.emptySortedSet(),
                    Optional.empty()),
                new Programme.Notes(
                    Optional.of("https://github.com/owner/research-notes.git"), "main", false),
                new Programme.Backlog.GitHub(
                    List.of("owner/name"),
                    Optional.of("research"),
                    URI.create("https://api.github.com")),
                new Programme.Site(
                    URI.create("https://owner.github.io/name/"),
                    "#1d70b8",
                    Optional.of("media/logo.svg"),
                    Optional.of("team@example.org"),
                    "OGL-UK-3.0"),
                new Programme.Publication(
                    Optional.of("https://github.com/owner/name.git"),
                    "gh-pages",
                    Duration.ofMinutes(10),
                    26,
                    Optional.of(
                        Set.of(
                            "topics",
                            "assumptions",
                            "weeknotes",
                            "findings",
                            "recommendations",
                            "pages",
                            "data")),
                    false),
                new Programme.Announcements(
                    Optional.of(
                        new Programme.Slack("C0123456789", URI.create("https://slack.com/api/")))),
                new Programme.ReviewPolicy(
                    List.of("their-login"),
                    List.of(
                        new Programme.Deputy(
                            "ben", LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31))),
                    1,
                    true,
                    Duration.ofMinutes(10),
                    List.of(Duration.ofDays(2), Duration.ofHours(4)),
                    List.of(
                        new Programme.Escalation(Duration.ofHours(4), Programme.Audience.DEPUTIES)),
                    Optional.of("C0987654321")),
                new Programme.Allowed(
                    List.of("team@example.org"),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of())));
  }

  @Test
  void aTitleAloneIsAProgrammeThatPublishesNothingFar() throws Exception {
    ProgrammeReader.Result result = read("title: Parking\n");

    assertThat(result.problems()).isEmpty();
    Programme programme = result.programme();
    assertThat(programme.backlog()).isEqualTo(new Programme.Backlog.None());
    assertThat(programme.publication().git()).isEmpty();
    assertThat(programme.announcements().slack()).isEmpty();
    assertThat(programme.notes()).isEqualTo(new Programme.Notes(Optional.empty(), "main", false));
    assertThat(programme.publication().adopt()).isFalse();
    assertThat(programme.publication().shownBeforeReview()).doesNotContain("interviews");
    assertThat(programme.review().ownNotes()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ada, 2026-12-01, true",
    "Ada, 2027-12-01, true",
    "ben, 2026-12-23, false",
    "ben, 2026-12-24, true",
    "BEN, 2026-12-31, true",
    "ben, 2027-01-01, false",
    "eve, 2026-12-24, false",
    "'', 2026-12-24, false"
  })
  void anOwnerSignsAlwaysAndADeputyOnTheirDays(String login, LocalDate day, boolean may)
      throws Exception {
    Programme programme =
        read("title: T\n"
                + "review:\n"
                + "  owners: [ada]\n"
                + "  deputies: [{login: ben, from: 2026-12-24, to: 2026-12-31}]\n")
            .programme();

    assertThat(programme.review().names(login, day)).isEqualTo(may);
  }

  @Test
  void aDayWithoutAMeetingCannotBeCancelled() throws Exception {
    String cycle = "cycle: {first: 2026-11-02, review: FRI 14:00, cancelled: [%s]}\n";

    assertThat(read("title: a\n" + cycle.formatted("2026-12-25")).problems()).isEmpty();
    assertThat(read("title: a\n" + cycle.formatted("2026-12-25")).programme().cycle().cancelled())
        .containsExactly(LocalDate.of(2026, 12, 25));
    for (String wrong : List.of("2026-12-18", "2026-12-24", "2026-10-30", "Christmas")) {
      assertThat(read("title: a\n" + cycle.formatted(wrong)).problems())
          .as(wrong)
          .extracting(Problem::what)
          .containsExactly(
              "'cycle.cancelled' must be a list of days on which a review or an open call would be"
                  + " held, such as 2026-12-25, so the safe default is used");
    }
  }

  @Test
  void whatIsNoYamlStopsTheRunWithItsLine() {
    assertThatThrownBy(() -> read("title: a\ntitle: b\n"))
        .isInstanceOf(ProblemException.class)
        .hasMessage("research/programme.yml:2: the key 'title' stands here twice");
  }

  @Test
  void aFolderWithoutAProgrammeIsNamed() {
    assertThatThrownBy(() -> ProgrammeReader.read(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("there is no programme in " + folder);
  }

  @Test
  void aFileThatIsNotUtf8StopsTheRun() throws Exception {
    Files.createDirectories(folder.resolve("research"));
    Files.write(
        folder.resolve("research/programme.yml"),
        "title: café\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> ProgrammeReader.read(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessage("research/programme.yml is not UTF-8");
  }

  private ProgrammeReader.Result read(String text) throws Exception {
    return ProgrammeText.read(folder, text);
  }
}
