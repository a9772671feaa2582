package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.OtherProcess;
import dev.fortnight.cycle.SetClock;
import dev.fortnight.cycle.SmallProgramme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CycleCommandTest {

  private static final String NOW = "2026-11-12T14:30:00Z";

  @TempDir Path temp;

  private SmallProgramme programme;

  @BeforeEach
  void write() throws Exception {
    programme = SmallProgramme.in(temp.resolve("programme"));
  }

  @Test
  void statusBeforeAnythingRanNamesAllStepsInTheirOrder() {
    assertThat(status())
        .isEqualTo(
            new CommandRun(
                0,
                """
                Sprint 1 of Shared software: Monday 2 November 2026 to Sunday 15 November 2026
                Times are those of Europe/London.

                sync: not yet

                collect: not yet

                check: not yet

                working-site: not yet

                review: not yet

                remind: not yet

                deadline: not yet

                edition: not yet

                live: not yet

                announce: not yet
                """,
                ""));
  }

  @Test
  void stepByHandSaysWhatItCameToAndStatusKnowsOfIt() {
    CommandRun run = run("deadline");

    assertThat(run.out().replaceFirst("waiting, .*", "waiting"))
        .isEqualTo(
            """

            deadline: waiting
              Sprint 1 is to be signed off.
              Next: Sunday 15 November 2026, 14:00
            """);
    assertThat(run.status()).isZero();
    assertThat(status().out())
        .contains("  2 notes and 0 topics.\n")
        .contains("  Sprint 1 is to be signed off.\n  Next: Sunday 15 November 2026, 14:00\n");
    assertThat(status("--format", "json").out())
        .contains("\"step\" : \"deadline\"")
        .contains("\"next\" : \"2026-11-15T14:00:00Z\"");
  }

  @Test
  void failedStepIsAnErrorWithItsRemedyAndStatusSaysSo() throws Exception {
    programme.describe("publish: {git: \"" + temp.resolve("nowhere.git") + "\"}\n");

    assertThat(run("working-site").status()).isEqualTo(3);
    assertThat(status().status()).isEqualTo(1);
    assertThat(status().out())
        .contains(
            "  The repository that the site is published to cannot be reached. Check publish.git"
                + " in programme.yml, the network and FORTNIGHT_GITHUB_TOKEN.\n"
                + "  The working site stays as it was. Editions are published none the less.\n");
  }

  @Test
  void unknownStepIsAnsweredWithThoseThereAre() {
    CommandRun run = run("dance");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "There is no step 'dance'. There are: sync, collect, check, working-site, review,"
                + " remind, deadline, edition, live, announce");
  }

  @Test
  void nothingIsDoneByHandWhileAnotherProcessIsAtIt() throws Exception {
    CommandRun kept =
        new CommandRun(
            1, "", "Another process is at the programme's work. Try again when it is through.\n");
    Map<String, String> environment = Map.of("FORTNIGHT_NOW", NOW);
    try (AutoCloseable other = OtherProcess.atWork(temp.resolve("data"), "shared-software")) {
      assertThat(other).isNotNull();
      assertThat(run("edition")).isEqualTo(kept);
      assertThat(CommandRun.of(new PublishCommand(environment, Duration.ZERO), arguments()))
          .isEqualTo(kept);
    }
    assertThat(temp.resolve("data/site")).doesNotExist();
  }

  private CommandRun status(String... more) {
    return CommandRun.of(
        new CycleStatusCommand(Map.of("FORTNIGHT_NOW", NOW), new SetClock(NOW)), arguments(more));
  }

  private CommandRun run(String step) {
    return CommandRun.told(new CycleRunCommand(Map.of("FORTNIGHT_NOW", NOW)), arguments(step));
  }

  private String[] arguments(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(
        List.of("--programme", programme.folder().toString(), "--data", temp + "/data"));
    return arguments.toArray(String[]::new);
  }
}
