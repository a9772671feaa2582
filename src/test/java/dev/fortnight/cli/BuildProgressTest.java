package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BuildProgressTest {

  private final StringWriter terminal = new StringWriter();
  private final BuildProgress progress = new BuildProgress(new PrintWriter(terminal));

  @Test
  void oneLineIsWrittenAnewAndGoneInTheEnd() {
    progress.counting("Reading notes").at(1234, 10000);
    progress.show();
    progress.show();
    progress.now("Checking 10,000 notes");
    progress.show();
    progress.close();

    assertThat(terminal)
        .hasToString(
            "\rReading notes: 1,234 of 10,000"
                + "\rChecking 10,000 notes         "
                + "\r                     \r");
  }

  @Test
  void whatIsOverBeforeTheFirstLookLeavesNothing() {
    progress.counting("Reading notes").at(3, 3);
    progress.close();
    progress.show();

    assertThat(terminal).hasToString("");
  }
}
