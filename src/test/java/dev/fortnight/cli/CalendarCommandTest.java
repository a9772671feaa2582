package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("research"));
    Files.writeString(
        folder.resolve("research/programme.yml"),
        """
        title: Shared software
        cycle: {first: 2026-11-02, length: P14D, zone: Europe/London, review: FRI 14:00, open-call: WED 16:00}
        """);
  }

  @Test
  void printsThisSprintAndThoseToCome() {
    assertThat(calendar("2026-11-20T09:00:00Z", "--count", "2"))
        .isEqualTo(
            new CommandRun(
                0,
                """
                Times are those of Europe/London.

                Sprint 2: Monday 16 November 2026 to Sunday 29 November 2026
                  Review: Friday 27 November 2026, 14:00
                  Open call: Wednesday 25 November 2026, 16:00

                Sprint 3: Monday 30 November 2026 to Sunday 13 December 2026
                  Review: Friday 11 December 2026, 14:00
                  Open call: Wednesday 9 December 2026, 16:00
                """,
                ""));
  }

  private void writeCycleWithChanges() throws IOException {
    Files.writeString(
        folder.resolve("research/programme.yml"),
        """
        title: Shared software
        cycle:
          first: 2026-11-02
          review: FRI 14:00
          open-call: THU 10:00
          holidays: gb-eng
          changes:
            - {sprint: 3, length: P28D, why: Nobody is here between the years.}
            - {sprint: 4, skipped: true, why: We write it up.}
            - {sprint: 12, length: P21D, why: Easter.}
          cancelled: [2027-02-11]
        """);
  }

  @Test
  void saysWhatMovedOrChangedAndWhy() throws IOException {
    writeCycleWithChanges();

    assertThat(calendar("2026-12-01T09:00:00Z", "--count", "9").out())
        .isEqualTo(
            """
            Times are those of Europe/London.

            Sprint 3: Monday 30 November 2026 to Sunday 27 December 2026
              28 days long: Nobody is here between the years.
              Review: Thursday 24 December 2026, 14:00 (moved from Friday 25 December 2026: Christmas Day)
              Open call: Wednesday 23 December 2026, 10:00 (moved from Thursday 24 December 2026: to stay before the review)

            Sprint 5: Monday 28 December 2026 to Sunday 24 January 2027
              Sprint 4 is skipped: We write it up.
              Review: Friday 22 January 2027, 14:00
              Open call: Thursday 21 January 2027, 10:00

            Sprint 6: Monday 25 January 2027 to Sunday 7 February 2027
              Review: Friday 5 February 2027, 14:00
              Open call: Thursday 4 February 2027, 10:00

            Sprint 7: Monday 8 February 2027 to Sunday 21 February 2027
              Review: Friday 19 February 2027, 14:00
              Open call: Thursday 18 February 2027, 10:00

            Sprint 8: Monday 22 February 2027 to Sunday 7 March 2027
              Review: Friday 5 March 2027, 14:00
              Open call: Thursday 4 March 2027, 10:00

            Sprint 9: Monday 8 March 2027 to Sunday 21 March 2027
              Review: Friday 19 March 2027, 14:00
              Open call: Thursday 18 March 2027, 10:00

            Sprint 10: Monday 22 March 2027 to Sunday 4 April 2027
              Review: Friday 2 April 2027, 14:00
              Open call: Thursday 1 April 2027, 10:00

            Sprint 11: Monday 5 April 2027 to Sunday 18 April 2027
              Review: Friday 16 April 2027, 14:00
              Open call: Thursday 15 April 2027, 10:00

            Sprint 12: Monday 19 April 2027 to Sunday 9 May 2027
              21 days long: Easter.
              Review: Friday 7 May 2027, 14:00
              Open call: Thursday 6 May 2027, 10:00
            """);
  }

  @Test
  void tellsProblemsOfTheCycleThatTheDatesDependOn() throws IOException {
    writeCycleWithChanges();

    CommandRun run = calendar("2026-12-01T09:00:00Z", "--count", "1");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "research/programme.yml:11: 'cycle.cancelled' must be a list of days on which a review"
                + " or an open call would be held, such as 2026-12-25 (what a holiday moves goes by"
                + " the day that it moves from), so the safe default is used. Correct it, or leave"
                + " it out.\n");
  }

  @Test
  void tellsTheSameAsJson() throws IOException {
    writeCycleWithChanges();

    assertThat(calendar("2026-12-01T09:00:00Z", "--count", "2", "--format", "json").out())
        .isEqualTo(
            """
            {
              "zone" : "Europe/London",
              "sprints" : [
                {
                  "number" : 3,
                  "first" : "2026-11-30",
                  "last" : "2026-12-27",
                  "review" : {
                    "at" : "2026-12-24T14:00:00Z",
                    "cancelled" : false,
                    "movedFrom" : "2026-12-25",
                    "holiday" : "Christmas Day"
                  },
                  "openCall" : {
                    "at" : "2026-12-23T10:00:00Z",
                    "cancelled" : false,
                    "movedFrom" : "2026-12-24"
                  },
                  "deadline" : "2026-12-26T14:00:00Z",
                  "changes" : [
                    {
                      "sprint" : 3,
                      "skipped" : false,
                      "length" : "P28D",
                      "why" : "Nobody is here between the years."
                    }
                  ]
                },
                {
                  "number" : 5,
                  "first" : "2026-12-28",
                  "last" : "2027-01-24",
                  "review" : {
                    "at" : "2027-01-22T14:00:00Z",
                    "cancelled" : false
                  },
                  "openCall" : {
                    "at" : "2027-01-21T10:00:00Z",
                    "cancelled" : false
                  },
                  "deadline" : "2027-01-24T14:00:00Z",
                  "changes" : [
                    {
                      "sprint" : 4,
                      "skipped" : true,
                      "why" : "We write it up."
                    }
                  ]
                }
              ]
            }
            """);
  }

  @Test
  void printsSixSprintsWhenNotToldHowMany() {
    assertThat(calendar("2026-01-01T00:00:00Z").out())
        .contains("Sprint 1: ", "Sprint 6: ")
        .doesNotContain("Sprint 7: ");
  }

  @Test
  void refusesACountThatMakesNoSense() {
    CommandRun run = calendar("2026-11-20T09:00:00Z", "--count", "0");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("--count is from 1 to 500, not 0\n");
  }

  @Test
  void theEnvironmentFixesTheTime() {
    assertThat(CommandClock.from(Map.of("FORTNIGHT_NOW", "2026-11-13T14:00:00Z")).instant())
        .isEqualTo("2026-11-13T14:00:00Z");
    assertThatThrownBy(() -> CommandClock.from(Map.of("FORTNIGHT_NOW", "tomorrow")))
        .isInstanceOf(ProblemException.class)
        .hasMessage("FORTNIGHT_NOW is not a time");
  }

  private CommandRun calendar(String now, String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--programme";
    all[arguments.length + 1] = folder.toString();
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    return CommandRun.of(new CalendarCommand(clock), all);
  }
}
