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
