package dev.fortnight.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.problem.Problem;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in {@code programme.yml}, and what stands in its place. */
class ProgrammeProblemsTest {

  @TempDir Path folder;

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        wrong("language: english", "'language' must be a language", Programme::language, Locale.UK),
        wrong("language: en_GB", "'language' must be", Programme::language, Locale.UK),
        wrong("cycle: daily", "'cycle' must hold keys", p -> p.cycle().length().getDays(), 14),
        wrong(
            "cycle: {length: P1M}",
            "'cycle.length' must be",
            p -> p.cycle().length().getDays(),
            14),
        wrong(
            "cycle: {length: P6D}",
            "'cycle.length' must be",
            p -> p.cycle().length().getDays(),
            14),
        wrong(
            "cycle: {first: 2026-02-30}",
            "'cycle.first' must be",
            p -> p.cycle().first(),
            LocalDate.of(2026, 1, 5)),
        wrong(
            "cycle: {zone: Europe/Londn}",
            "'cycle.zone' must be",
            p -> p.cycle().zone().getId(),
            "Europe/London"),
        wrong(
            "cycle: {review: FRI}",
            "'cycle.review' must be",
            p -> p.cycle().review().day(),
            DayOfWeek.FRIDAY),
        wrong(
            "cycle: {open-call: DAY 16:00}",
            "'cycle.open-call' must be",
            p -> p.cycle().openCall(),
            Optional.empty()),
        wrong(
            "cycle: {deadline: -PT48H}",
            "'cycle.deadline' must be",
            p -> p.cycle().deadline(),
            Duration.ofHours(48)),
        wrong("notes: yes", "'notes' must hold keys", p -> p.notes().isPublic(), true),
        wrong(
            "notes: {public: yes}",
            "'notes.public' must be true or false",
            p -> p.notes().isPublic(),
            true),
        wrong(
            "notes: {public: no}",
            "'notes.public' must be true or false",
            p -> p.notes().isPublic(),
            true),
        wrong(
            "notes: {public: False}",
            "'notes.public' must be true or false",
            p -> p.notes().isPublic(),
            true),
        wrong(
            "notes: {public: }",
            "'notes.public' must be true or false",
            p -> p.notes().isPublic(),
            true),
        wrong(
            "notes: {Public: true}",
            "'notes.Public' is not a key",
            p -> p.notes().isPublic(),
            true),
        wrong(
            "notes: {pubilc: true}",
            "'notes.pubilc' is not a key",
            p -> p.notes().isPublic(),
            true),
        wrong(
            "backlog: {github: x}",
            "'backlog.github' must hold keys",
            p -> p.backlog() instanceof Programme.Backlog.GitHub,
            true),
        wrong(
            "backlog: {github: {repositories: [x]}}",
            "'backlog.github.repositories' must be",
            p -> ((Programme.Backlog.GitHub) p.backlog()).repositories(),
            List.of()),
        wrong(
            "backlog: {file: ../secret.json}",
            "'backlog.file' must be",
            Programme::backlog,
            new Programme.Backlog.None()),
        wrong(
            "backlog: {file: /etc/passwd}",
            "'backlog.file' must be",
            Programme::backlog,
            new Programme.Backlog.None()),
        wrong(
            "site: {url: \"ftp://example.org/\"}",
            "'site.url' must be",
            p -> p.site().url().toString(),
            "http://localhost/"),
        wrong(
            "site: {url: example.org}",
            "'site.url' must be",
            p -> p.site().url().toString(),
            "http://localhost/"),
        wrong(
            "site: {url: \"https://me:pw@example.org/\"}",
            "'site.url' must be",
            p -> p.site().url().toString(),
            "http://localhost/"),
        wrong("site: {colour: red}", "'site.colour' must be", p -> p.site().colour(), "#00635d"),
        wrong(
            "site: {colour: \"#fff;}body{x\"}",
            "'site.colour' must be",
            p -> p.site().colour(),
            "#00635d"),
        wrong(
            "site: {logo: ../../logo.png}",
            "'site.logo' must be",
            p -> p.site().logo(),
            Optional.empty()),
        wrong(
            "publish: {every: often}",
            "'publish.every' must be",
            p -> p.publication().every(),
            Duration.ofMinutes(10)),
        wrong("publish: {keep: 0}", "'publish.keep' must be", p -> p.publication().keep(), 26),
        wrong(
            "publish: {working: findings}",
            "'publish.working' must be a list",
            p -> p.publication().shownBeforeReview(),
            Set.of()),
        wrong(
            "publish: {working: [finding]}",
            "'publish.working' must be a list",
            p -> p.publication().shownBeforeReview(),
            Set.of()),
        wrong(
            "publish: {adopt: yes}",
            "'publish.adopt' must be",
            p -> p.publication().adopt(),
            false),
        wrong(
            "announce: {slack: {channel: general}}",
            "'announce.slack.channel' must be",
            p -> p.announcements().slack(),
            Optional.empty()),
        wrong(
            "review: {approvals: two}",
            "'review.approvals' must be",
            p -> p.review().approvals(),
            1),
        wrong(
            "review: {own-notes: yes}",
            "'review.own-notes' must be",
            p -> p.review().ownNotes(),
            false),
        wrong(
            "review: {deputies: [ben]}",
            "'review.deputies' must be a list of keys with values",
            p -> p.review().deputies(),
            List.of()),
        wrong(
            "review: {remind: [soon]}",
            "'review.remind' must be",
            p -> p.review().remind(),
            List.of()),
        wrong(
            "allow: {emails: a@example.org}",
            "'allow.emails' must be a list",
            p -> p.allowed().emails(),
            List.of()));
  }

  private static Arguments wrong(
      String line, String what, Function<Programme, Object> value, Object safe) {
    return Arguments.of(line, what, value, safe);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongValues")
  void aWrongValueIsAProblemWithItsLineAndTheSafeDefault(
      String line, String what, Function<Programme, Object> value, Object safe) throws Exception {
    ProgrammeReader.Result result = read("title: Parking\n\n" + line + "\n");

    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().get(0).toString()).startsWith("research/programme.yml:3: " + what);
    assertThat(value.apply(result.programme())).isEqualTo(safe);
  }

  @Test
  void unknownKeysAreNamedWithWhatWasProbablyMeant() throws Exception {
    ProgrammeReader.Result result =
        read(
            """
            titel: Parking
            title: Parking
            cycle:
              frist: 2026-11-02
            annunce: {}
            weather: fine
            """);

    assertThat(ProgrammeText.problems(result))
        .isEqualTo(
            """
            research/programme.yml:4: 'cycle.frist' is not a key that Fortnight knows, so it has no effect. Did you mean 'first'?
            research/programme.yml:1: 'titel' is not a key that Fortnight knows, so it has no effect. Did you mean 'title'?
            research/programme.yml:5: 'annunce' is not a key that Fortnight knows, so it has no effect. Did you mean 'announce'?
            research/programme.yml:6: 'weather' is not a key that Fortnight knows, so it has no effect. Known here: title, id, summary, language, cycle, notes, backlog, site, publish, announce, review, allow.
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://illustrative-token@github.com/owner/name.git",
        "https://x-access-token:illustrative@github.com/owner/name.git",
        "HTTPS://illustrative:token@github.com/owner/name.git",
        "https://github.com/owner/name.git?access_token=illustrative",
        "https:illustrative@github.com/owner/name",
        "ssh://git:illustrative@github.com/owner/name.git",
        "git:illustrative@github.com:owner/name.git",
        "https://github.com/ghp_0123456789abcdefIllustrative/name.git"
      })
  void aGitAddressWithATokenIsRefusedAndNotRepeated(String address) throws Exception {
    for (String section : List.of("notes", "publish")) {
      ProgrammeReader.Result result =
          read("title: Parking\n" + section + ": {git: \"" + address + "\"}\n");

      assertThat(ProgrammeText.problems(result))
          .isEqualTo(
              "research/programme.yml:2: '"
                  + section
                  + ".git' must be an address without a password or token, so the safe default is"
                  + " used. Correct it, or leave it out.\n");
      assertThat(result.programme().notes().git()).isEmpty();
      assertThat(result.programme().publication().git()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/owner/name.git",
        "git@github.com:owner/name.git",
        "ssh://git@github.com/owner/name.git",
        "/srv/notes.git",
        "file:///srv/notes.git"
      })
  void aGitAddressWithoutASecretIsAccepted(String address) throws Exception {
    ProgrammeReader.Result result = read("title: x\nnotes: {git: \"" + address + "\"}\n");

    assertThat(result.problems()).isEmpty();
    assertThat(result.programme().notes().git()).contains(address);
  }

  @Test
  void aMissingTitleIsAProblem() throws Exception {
    assertThat(ProgrammeText.problems(read("summary: x\n")))
        .isEqualTo(
            "research/programme.yml:1: 'title' is missing, so the safe default is used. Correct it,"
                + " or leave it out.\n");
  }

  private ProgrammeReader.Result read(String text) throws Exception {
    return ProgrammeText.read(folder, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{login: ben}",
        "{login: ben, from: 2026-12-24}",
        "{from: 2026-12-24, to: 2026-12-31}",
        "{login: ben, from: 2026-12-31, to: 2026-12-24}",
        "{login: ben, from: 2026-12-24, to: soon}"
      })
  void aDeputyWithoutWholeDatesIsNone(String deputy) throws Exception {
    ProgrammeReader.Result result = read("title: T\nreview:\n  deputies: [" + deputy + "]\n");

    assertThat(result.programme().review().deputies()).isEmpty();
    assertThat(result.problems().get(result.problems().size() - 1).toString())
        .contains(
            "research/programme.yml:3",
            "a deputy needs a 'login', and the days 'from' and 'to' which they may sign,"
                + " so this one has no effect");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{after: PT4H}",
        "{to: owners}",
        "{after: 4 hours, to: owners}",
        "{after: -PT4H, to: owners}",
        "{after: PT4H, to: everybody}",
        "{after: PT4H, to: Owners}"
      })
  void anEscalationThatIsNotWholeIsNone(String escalation) throws Exception {
    ProgrammeReader.Result result = read("title: T\nreview:\n  escalate: [" + escalation + "]\n");

    assertThat(result.programme().review().escalate()).isEmpty();
    assertThat(result.problems())
        .extracting(Problem::what)
        .contains(
            "an escalation needs 'after' and 'to', owners or deputies, so this one has no effect");
  }

  @Test
  void whatWaitsIsNotToldWhereEditionsAre() throws Exception {
    ProgrammeReader.Result result =
        read(
            "title: T\nannounce: {slack: {channel: C0123456789}}\nreview: {channel: C0123456789}\n");

    assertThat(result.programme().review().channel()).isEmpty();
    assertThat(result.problems())
        .extracting(Problem::what)
        .containsExactly(
            "'review.channel' must be another one than 'announce.slack.channel', so the safe default"
                + " is used");
  }
}
